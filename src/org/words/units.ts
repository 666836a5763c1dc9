import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { words as labels } from './labels.ts'

export const refusals: {
  readonly findUnit: RefusalWords<'org.findUnit'>
  readonly addUnit: RefusalWords<'org.addUnit'>
  readonly changeUnit: RefusalWords<'org.changeUnit'>
} = { findUnit: labels, addUnit: labels, changeUnit: labels }

export const words = {
  code: { zh: '编码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  parent: { zh: '上级组织', en: 'Under' },
  top: { zh: '没有上级', en: 'Nothing above' },
  foundedOn: { zh: '成立日期', en: 'Founded' },
  termFrom: { zh: '本届起', en: 'Term from' },
  termTo: { zh: '本届止', en: 'Term to' },
  shiftSystem: { zh: '班制', en: 'Shifts' },
  shiftHint: { zh: '如：三班制、四六制。', en: 'Such as 三班制, 四六制.' },
  themeDay: { zh: '主题党日', en: 'Themed Party day' },
  themeDayHint: { zh: '如：每月 15 日。', en: 'Such as: the 15th of each month.' },
  note: { zh: '备注', en: 'Note' },
  add: { zh: '新增组织', en: 'Add a unit' },
  addBelow: { zh: '在“{name}”之下新增组织', en: 'Add a unit under {name}' },
  addLead: {
    zh: '党小组设在支部之下；联合、临时党支部与支部同级。编码和类别以后不能改。',
    en: 'Groups stand under a branch; joint and temporary branches beside branches. Code and kind stay as they are.',
  },
  addGo: { zh: '新增', en: 'Add' },
  change: { zh: '更改', en: 'Change' },
  changeTitle: { zh: '更改“{name}”', en: 'Change {name}' },
  save: { zh: '保存', en: 'Save' },
} as const satisfies Record<string, Words>

/** Where a term stands, in words; `{n}` days. */
export const termWords = {
  unrecorded: { zh: '届期未登记', en: 'No term recorded' },
  running: { zh: '还有 {n} 天届满', en: 'Ends in {n} {n|day|days}' },
  ending: { zh: '{n} 天后届满，请筹备换届', en: 'Ends in {n} {n|day|days}: prepare the election' },
  overdue: { zh: '届满已 {n} 天，应当换届', en: 'Ended {n} {n|day|days} ago: an election is due' },
} as const satisfies Record<string, Words>
