import type { Words } from '../../kit/web/say.ts'
import type { MemoryAlarm } from '../rules/memory.ts'

/** What the phone says of the log it remembers. */
export const words = {
  title: { zh: '警报：存证日志对不上', en: 'Alarm: the journal does not fit' },
  lead: {
    zh: '这部手机记得煤矿存证日志以前的样子，服务器现在给的与它不符。可能有人改写了已经封存的历史。这不是您的操作造成的。',
    en: 'This phone remembers how the mine’s journal was, and what the server shows now does not fit. Sealed history may have been rewritten. Nothing you did caused this.',
  },
  todo: {
    zh: '请先保存证据文件，交给纪检部门；不要清除浏览器数据。手机上的其他功能照常使用。',
    en: 'Save the evidence and give it to the discipline office; do not clear this browser’s data. Everything else on the phone works as before.',
  },
  save: { zh: '保存证据文件', en: 'Save the evidence' },
  later: { zh: '先继续使用', en: 'Go on for now' },
  handed: { zh: '证据已交出，结束警报', en: 'The evidence is handed over: end the alarm' },
  stands: {
    zh: '存证日志对不上，证据在这部手机上。',
    en: 'The journal does not fit; the evidence is on this phone.',
  },
  show: { zh: '查看', en: 'Show' },
  remembers: { zh: '存证记忆', en: 'Memory of the journal' },
  line: {
    zh: '这部手机记得日志的前 {n} 条，从{since}起一直接得上，最近核对于{at}。',
    en: 'This phone remembers the first {n} {n|entry|entries} of the journal. They have fitted since {since}, last checked {at}.',
  },
  nothing: {
    zh: '这部手机还没有记住日志：连上网络后会自动记住。',
    en: 'This phone does not remember the journal yet; it will once it is connected.',
  },
  unkept: {
    zh: '这个浏览器不保存数据，记不住日志。',
    en: 'This browser keeps nothing, so it cannot remember the journal.',
  },
  quiet: {
    zh: '只记日志的长度和指纹，不记您看了什么；谁在何时核对，服务器不留。',
    en: 'Only the journal’s length and fingerprint, nothing of what you read; the server does not keep who checked when.',
  },
} as const satisfies Record<string, Words>

/** What is wrong, in a sentence. */
export const alarmWords: Readonly<Record<MemoryAlarm['refused'], Words>> = {
  'key-changed': {
    zh: '日志换了密钥。若煤矿说明过从备份恢复并另起新日志，请请纪检部门核对那份说明。',
    en: 'The journal has another key. If the mine explained that it was restored and began a new one, have the discipline office check that.',
  },
  'not-signed': { zh: '日志的签名不对。', en: 'The journal’s signature is wrong.' },
  smaller: {
    zh: '日志变短了：以前封存的条目不见了。',
    en: 'The journal is shorter: sealed entries are gone.',
  },
  forked: {
    zh: '同样长度的日志，内容却不同：历史被改写。',
    en: 'A journal of the same length with another content: its history was rewritten.',
  },
  unproven: {
    zh: '新的日志接不上以前的日志：历史可能被改写。',
    en: 'The new journal does not go on from the old one: its history may have been rewritten.',
  },
}
