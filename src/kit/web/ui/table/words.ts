import type { Words } from '../../say.ts'
import type { NameOrder } from './order.ts'

export const nameOrderWords: Readonly<Record<NameOrder, Words>> = {
  pinyin: { zh: '按拼音', en: 'By sound' },
  strokes: { zh: '按笔画', en: 'By strokes' },
}

export const words = {
  find: { zh: '在表中查找', en: 'Find in the table' },
  columns: { zh: '显示的列', en: 'Columns shown' },
  names: { zh: '姓名排序', en: 'Names sorted' },
  sort: { zh: '排序', en: 'Sort' },
  asGiven: { zh: '原来的顺序', en: 'As they came' },
  up: { zh: '{name} 从小到大', en: '{name}, up' },
  down: { zh: '{name} 从大到小', en: '{name}, down' },
  rows: { zh: '共 {n} 行', en: '{n} {n|row|rows}' },
  rowsOf: { zh: '{n}/{all} 行', en: '{n} of {all} rows' },
  noneFound: { zh: '没有符合“{q}”的行。', en: 'No row fits “{q}”.' },
  clear: { zh: '清除查找', en: 'Clear' },
  choose: { zh: '选定 {name}', en: 'Choose {name}' },
  chooseAll: { zh: '选定所列各行', en: 'Choose all rows shown' },
  keys: {
    zh: '方向键移动，Home、End 到首尾，回车打开，空格选定，打字查找。',
    en: 'Arrows move, Home and End go to the ends, Enter opens, Space chooses, typing finds.',
  },
} as const satisfies Record<string, Words>
