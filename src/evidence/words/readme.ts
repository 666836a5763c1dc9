/** What lies in a pack as README.txt: what it is and how to read it. */
export const PACK_README = `证据包

这个压缩包不需要服务器、网络，也不需要相信打包的人。

怎么看：用浏览器打开 index.html（断网也行）。它会把每一条重新计算一遍，
一句话说明结论，并列出每项检查的理由。

再核对一遍：另有一个独立写成的程序，只需要 Python 3：
    python3 pitlamp_verify.py 本压缩包.zip
两者的结论应当一致。网页和程序都随包而来；如果不信任打包的人，
请用从别处得到的网页或程序打开本包。

它说明：每条记录与封存时一致，最早和最晚在什么时候封存，历次修订没有缺少，
样本不是支部自己选的。
它不说明：所写是否属实；从未记录的事是否发生过；包里最后一次修订之后
是否还有新的修订（查日志本身即可知道）。

姓名、身份证号、电话、缺席原因等个人信息没有公开，只有封存值。


Evidence pack

This archive needs no server, no network and no trust in whoever made it.

To read it, open index.html in a browser, offline if you like. It computes
everything anew, gives the verdict in one sentence and a reason for each check.

To check it again, run the second program, written independently, which needs
Python 3 alone:
    python3 pitlamp_verify.py THIS_PACK.zip
Both must agree. Page and program came with the pack: if you do not trust its
maker, open it with a page or program from elsewhere.

It shows that each record is as it was sealed, between when and when that was,
that no earlier revision is missing, and that the branch did not choose the
sample. It does not show that what was written is true, nor that what was never
recorded did not happen, nor that no later revision exists (the log itself tells).

Names, ID numbers, phones, reasons of absence and the like are withheld; only
their seals are here.
`
