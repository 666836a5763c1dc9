import type { OutputOf } from '../../kit/contract.ts'
import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const noSuchUnit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}
const noSystem: Words = {
  zh: '这个支部的班制还没有设定班次时间。请先在“班制”里设定。',
  en: 'The hours of this branch’s shifts are not set. Set them under “Shifts” first.',
}
const noShift: Words = {
  zh: '班制里没有“{shift}”。请从班制的班次里选。',
  en: 'The branch’s system has no shift “{shift}”. Choose one of its shifts.',
}
const notRead = {
  'no-such-unit': noSuchUnit,
  'no-shift-system': noSystem,
  'no-roster-sheet': {
    zh: '没有认出班次表。表头要有“姓名”或“人员编号”，后面每天一列（1、2、3 …）。',
    en: 'No month roster was recognised. The header needs “姓名” or “人员编号”, then a column a day (1, 2, 3 …).',
  },
  'not-a-workbook': {
    zh: '这不是 Excel 工作簿。请选 .xlsx 文件。',
    en: 'This is no Excel workbook. Choose an .xlsx file.',
  },
  'old-workbook': {
    zh: '这是旧格式（.xls）。请另存为 .xlsx。',
    en: 'This is the old format (.xls). Save it as .xlsx.',
  },
  'macro-workbook': {
    zh: '文件带宏。请另存为不带宏的 .xlsx。',
    en: 'The file holds macros. Save it as .xlsx without them.',
  },
  'encrypted-workbook': {
    zh: '文件设了密码。请去掉密码另存一份。',
    en: 'The file is locked with a password. Save a copy without it.',
  },
  'damaged-workbook': {
    zh: '文件已损坏，读不出来。请用 Excel 打开后另存一份。',
    en: 'The file is damaged and cannot be read. Open it in Excel and save a copy.',
  },
} as const
const tooLarge: Words = {
  zh: '这个工作簿太大，不像一个月的班次表。请只留这一张表。',
  en: 'This workbook is too large for a month roster. Keep that one sheet only.',
}
const sent = {
  ...notRead,
  'too-large-packed': tooLarge,
  'too-large-unpacked': tooLarge,
  'zip-ratio': tooLarge,
  'too-many-rows': tooLarge,
  'too-many-parts': tooLarge,
  'too-much-memory': tooLarge,
  'too-slow': tooLarge,
}

/** Every refusal about shifts. */
export const shiftRefusals: {
  readonly listShiftSystems: RefusalWords<'people.listShiftSystems'>
  readonly setShiftSystem: RefusalWords<'people.setShiftSystem'>
  readonly listRota: RefusalWords<'people.listRota'>
  readonly setRota: RefusalWords<'people.setRota'>
  readonly assignShift: RefusalWords<'people.assignShift'>
  readonly previewShiftRoster: RefusalWords<'people.previewShiftRoster'>
  readonly importShiftRoster: RefusalWords<'people.importShiftRoster'>
} = {
  listShiftSystems: {},
  setShiftSystem: {
    'shift-twice': { zh: '两个班次同名。请改一个。', en: 'Two shifts bear one name. Change one.' },
    'no-hours': {
      zh: '有的班次开始和结束相同。请改时间。',
      en: 'A shift starts and ends at the same time. Mend its hours.',
    },
  },
  listRota: { 'no-such-unit': noSuchUnit },
  setRota: {
    'no-such-unit': noSuchUnit,
    'not-a-branch': { zh: '轮班按党支部排。请选支部。', en: 'A rota is a branch’s. Choose a branch.' },
    'no-shift-system': noSystem,
    'no-such-shift': noShift,
    'crew-twice': { zh: '同一班组写了两次。请去掉一个。', en: 'A crew is named twice. Remove one.' },
  },
  assignShift: {
    'no-such-unit': noSuchUnit,
    'no-such-person': {
      zh: '有人这几天已不在这个组织。请刷新。',
      en: 'Somebody is no longer in this unit on these days. Reload.',
    },
    'no-shift-system': noSystem,
    'no-such-shift': noShift,
  },
  previewShiftRoster: sent,
  importShiftRoster: sent,
}

type CellCode = OutputOf<'people.previewShiftRoster'>['refused'][number]['code']

/** Why a cell of a month roster is refused. */
export const cellWords: Readonly<Record<CellCode, Words>> = {
  'no-such-shift': { zh: '班制里没有这个班次', en: 'no shift of that name' },
  'no-such-person': { zh: '名册上没有这个人', en: 'nobody of that name or number here' },
  'name-twice': { zh: '有同名的人，请加人员编号', en: 'two people of that name; add the number' },
  'person-twice': { zh: '这个人写了两行', en: 'this person has two rows' },
  'not-a-day': { zh: '这个月没有这一天', en: 'this month has no such day' },
}
