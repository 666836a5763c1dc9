/** What the letter tells: the mine's name, the day, how many leaves, and the note itself. */
type Told = { readonly mine: string; readonly day: string; readonly leaves: string; readonly note: string }

/** The letter with the day's checkpoint, both languages in one: who receives it need not have an account. */
export const dailyLetter = ({ mine, day, leaves, note }: Told): { subject: string; text: string } => ({
  subject: `矿灯日志检查点 / Pitlamp checkpoint ${mine} ${day}`,
  text: `${mine}，${day} 8:00 的日志检查点，共 ${leaves} 条。请保留这封邮件：以后谁改动在这之前的记录，日志都与它对不上。
怎样核对，见矿灯的说明 docs/trust.zh-CN.md。

The journal of ${mine} as it was signed by 08:00 on ${day}, ${leaves} entries. Please keep this mail: should anybody change a record made
before, the journal will no longer agree with it. docs/trust.md of Pitlamp tells how to compare them.

${note}`,
})
