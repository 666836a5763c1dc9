import type { Words } from '../../kit/web/say.ts'

/** By which way a record came in. */
export const sourceWords: Readonly<Record<'web' | 'offline' | 'import' | 'command' | 'job', Words>> = {
  web: { zh: '网页录入', en: 'entered on a page' },
  offline: { zh: '离线记下后上传', en: 'entered offline and sent later' },
  import: { zh: '导入', en: 'imported' },
  command: { zh: '命令行导入', en: 'imported at the command line' },
  job: { zh: '系统自动', en: 'made by the system' },
}

export const words = {
  when: { zh: '什么时候记的', en: 'When it was recorded' },
  happened: { zh: '事情在 {day}。', en: 'It took place on {day}.' },
  noDay: { zh: '这类记录以记下的时间为准。', en: 'A record of this kind takes place by being recorded.' },
  begun: { zh: '已经开始，还没有记完。', en: 'It is begun and not recorded yet.' },
  recorded: { zh: '系统于 {at} 收到，{source}。', en: 'The system received it on {at}, {source}.' },
  late: { zh: '补录 · 晚 {n} 天', en: 'Recorded {n} {n|day|days} after' },
  inTime: { zh: '{n} 天后记下', en: 'recorded {n} {n|day|days} after' },
  sameDay: { zh: '当日记下', en: 'recorded the same day' },
  importedAfter: { zh: '导入 · {n} 天后', en: 'Imported {n} {n|day|days} after' },
  imported: {
    zh: '导入的旧账：收到的时间是导入那天，不等于当时没有记。',
    en: 'From an older ledger: the system received it when it was imported, which does not say it was not written down at the time.',
  },
  both: {
    zh: '可以证明：不早于 {from}（{by} 看过 {n} 条日志，其中没有它），不晚于 {to}（{since} 看过 {m} 条，其中有它）。',
    en: 'Proven: not before {from} (witnessed by {by}: the first {n} entries, without it) and not after {to} (witnessed by {since}: the first {m}, with it).',
  },
  onlyBefore: {
    zh: '可以证明：不早于 {from}（{by} 看过 {n} 条日志，其中没有它）。上限还没有界定：此后没有见证人签名。',
    en: 'Proven: not before {from} (witnessed by {by}: the first {n} entries, without it). Not bounded after that yet: no witness has signed since.',
  },
  onlyAfter: {
    zh: '可以证明：不晚于 {to}（{since} 看过 {m} 条日志，其中有它）。下限没有界定：此前没有见证人签名。',
    en: 'Proven: not after {to} (witnessed by {since}: the first {m} entries, with it). Not bounded before that: no witness had signed earlier.',
  },
  unbounded: {
    zh: '还没有界定：记下以后没有见证人签名，时间只是系统自己说的。',
    en: 'Not bounded yet: no witness has signed since, so the time is the system’s own word.',
  },
  slack: {
    zh: '两头各放宽 {n} 分钟，容许时钟有差。',
    en: 'Both ends are widened by {n} minutes, as clocks differ.',
  },
  reasons: { zh: '支部的说明', en: 'The branch’s own words' },
  reasonBy: { zh: '{by}，{at}', en: '{by}, {at}' },
  noReason: {
    zh: '晚是一个事实，不是过错。原因可以写在这里，和记录一起封存。',
    en: 'Late is a fact, not a fault. The reason may stand here, sealed with the record.',
  },
  reason: { zh: '为什么补录', en: 'Why it was recorded later' },
  addReason: { zh: '写下原因', en: 'Add the reason' },
  disagrees: {
    zh: '系统自己的时间不在见证人说的范围里。请保存本页，告诉纪检或系统管理员。',
    en: 'The system’s own time lies outside what the witnesses say. Keep this page and tell discipline inspection or the system administrator.',
  },
  changed: { zh: '最后一次改动（第 {n} 版）', en: 'Last changed (revision {n})' },
} as const satisfies Record<string, Words>
