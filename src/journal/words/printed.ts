import type { Words } from '../../kit/web/say.ts'
import type { Printed } from '../rules/printed.ts'

/** What became of a checkpoint from paper. `size`: how many entries it covers; `n`: how many are signed today. */
export const printedWords: Readonly<Record<Printed, Words>> = {
  begins: {
    zh: '对得上：日志密钥的签名成立，纸上的 {size} 条是今天日志（已签名 {n} 条）的开头，封存一条没换、一条没少。某条内容是否仍与封存一致，打开那条“在本机验证”。',
    en: 'It agrees: the key of the journal signed it, and its {size} {size|entry is|entries are} the beginning of today’s journal (of {n} signed): no seal replaced, none missing. Whether a record still is what was sealed, “Verify on this computer” says beside it.',
  },
  ended: {
    zh: '对得上：签名成立，纸上的 {size} 条是旧日志 {log} 的开头。那本日志已结束，原样保留在这里。',
    en: 'It agrees: the signature holds, and its {size} {size|entry is|entries are} the beginning of the journal {log}, which ended and is kept here as it was.',
  },
  'log-forked': {
    zh: '日志分叉了：日志密钥签过纸上的 {size} 条，今天的日志（已签名 {n} 条）却不是从它们开始的。有条目被改过或不见了。请保管好这张纸，不要交出原件；告诉纪检、上级党委和系统管理员，用 pitlamp verify 核对整本日志。',
    en: 'The journal has forked: its key signed the {size} {size|entry|entries} on this paper, and today’s journal (of {n} signed) does not begin with them. Entries were altered or are gone. Keep the paper, do not give the original away, tell discipline inspection, the higher committee and the system administrator, and check the whole journal with pitlamp verify.',
  },
  'not-signed': {
    zh: '日志的密钥没有签过这段文字：可能扫码或粘贴时改了字，或者是另一家的日志。请重新扫一次，原样粘贴；仍然这样，就请把纸交纪检看看。',
    en: 'The key of the journal did not sign this text: a character may have changed while scanning or pasting, or it is another mine’s. Scan it again and paste it as it is; if it stays so, let discipline inspection see the paper.',
  },
  'not-a-checkpoint': {
    zh: '这不是检查点。纪要上有两个码：小的一个打开记录，大的一个才是检查点。请扫大的那个，把得到的文字全部粘贴进来。',
    en: 'This is no checkpoint. Minutes carry two codes: the small one opens the record, the large one is the checkpoint. Scan the large one and paste all of its text.',
  },
}

export const words = {
  title: { zh: '核对打印页上的检查点', en: 'Check a printed checkpoint' },
  lead: {
    zh: '档案柜里的纸记得日志当时的样子',
    en: 'paper in a cabinet remembers the journal as it was',
  },
  note: { zh: '扫大码得到的文字', en: 'The text of the large code' },
  noteHint: {
    zh: '用手机扫打印的会议记录或决议上较大的那个码，把文字原样粘贴到这里。',
    en: 'Scan the larger code on printed minutes or a resolution with a telephone and paste its text here as it is.',
  },
  empty: { zh: '请先把扫码得到的文字粘贴进来。', en: 'Paste the text of the code first.' },
  check: { zh: '核对', en: 'Check' },
} as const satisfies Record<string, Words>
