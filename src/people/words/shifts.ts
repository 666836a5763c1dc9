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
    'shift-in-rota': {
      zh: '“{shift}”还在{unit}的轮班里，不能去掉。请先改那里的轮班。',
      en: '{shift} is still in the rota of {unit} and cannot go. Change that rota first.',
    },
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

/** What the page of shifts says. */
export const words = {
  title: { zh: '班次表', en: 'Shifts' },
  month: { zh: '月份', en: 'Month' },
  caption: { zh: '{branch} {month} 班次', en: 'Shifts of {branch}, {month}' },
  person: { zh: '姓名', en: 'Name' },
  no: { zh: '人员编号', en: 'Number' },
  crew: { zh: '班组', en: 'Crew' },
  rest: { zh: '休', en: 'off' },
  unknown: { zh: '没有安排', en: 'not said' },
  set: { zh: '单独排的', en: 'said for this day alone' },
  cell: { zh: '{name} {day} {shift}', en: '{name}, {day}: {shift}' },
  countOf: { zh: '{shift}人数', en: '{shift}, people' },
  chosen: { zh: '选中', en: 'Chosen' },
  keys: {
    zh: '方向键移动；数字键排班，0 排休，退格键恢复轮班。',
    en: 'Arrows move; a digit gives a shift, 0 a day off, Backspace follows the rota again.',
  },
  follow: { zh: '按轮班', en: 'By the rota' },
  noSystemTitle: { zh: '班次时间还没有设定', en: 'The hours of the shifts are not set' },
  noSystem: {
    zh: '这个支部的班制是“{name}”。先设定它的班次和时间，再排轮班或导入班次表；会议就能避开当班和休息的人。',
    en: 'This branch works by “{name}”. Set its shifts and hours, then a rota or an imported roster; meetings can then spare those on shift and at rest.',
  },
  unnamed: { zh: '未填', en: 'not given' },
  emptyTitle: { zh: '名册上还没有人', en: 'Nobody is on the roster' },
  empty: {
    zh: '先在“党员”里把人加进这个支部。',
    en: 'Add people to this branch under “People” first.',
  },
  systems: { zh: '班制', en: 'Systems' },
  rota: { zh: '轮班', en: 'Rota' },
  import: { zh: '导入', en: 'Import' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  systemsTitle: { zh: '班制与班次时间', en: 'Systems and their hours' },
  systemsLead: {
    zh: '班次时间由本矿自定。路上和更衣、班前会的时间也算当班；夜班后休息 11 小时、其他班后 8 小时是系统的约定。',
    en: 'The hours are the mine’s own. The ways, changing and the pre-shift meeting count as the shift; 11 hours of rest after a night and 8 after others are this system’s.',
  },
  system: { zh: '班制', en: 'System' },
  offered: { zh: '{name}（未设定）', en: '{name} (not set)' },
  shifts: { zh: '班次', en: 'Shifts' },
  shiftsHint: { zh: '每行一个班次：早班 08:00-16:00', en: 'One shift a line: 早班 08:00-16:00' },
  before: { zh: '班前（分钟）', en: 'Before (minutes)' },
  after: { zh: '班后（分钟）', en: 'After (minutes)' },
  restDays: { zh: '固定班次的休息日', en: 'Days off of fixed shifts' },
  restDaysHint: { zh: '1 是周一，7 是周日；如 6 7', en: '1 is Monday, 7 Sunday; such as 6 7' },
  where: { zh: '作业地点', en: 'Where' },
  underground: { zh: '井下', en: 'Underground' },
  surface: { zh: '地面', en: 'Surface' },
  rotaTitle: { zh: '轮班', en: 'Rota' },
  rotaLead: {
    zh: '班组按顺序一天一格地轮；名册上“班次”填班组名的人照此排。固定上一个班的人不用写。',
    en: 'Crews go through the cycle, an entry a day; people whose shift on the roster is a crew follow it. Whoever is always on one shift need not be named.',
  },
  from: { zh: '从哪天起', en: 'From' },
  cycle: { zh: '一轮', en: 'Cycle' },
  cycleHint: {
    zh: '按天写，用空格隔开，休息写“休”：早班 早班 中班 中班 夜班 夜班 休 休',
    en: 'Day by day with spaces, 休 for a day off: 早班 早班 中班 中班 夜班 夜班 休 休',
  },
  crews: { zh: '班组', en: 'Crews' },
  crewsHint: {
    zh: '班组和错开的天数：甲班+0 乙班+2 丙班+4 丁班+6',
    en: 'Crews with how many days they are ahead: 甲班+0 乙班+2 丙班+4 丁班+6',
  },
  badLine: { zh: '没有看懂“{text}”。', en: '“{text}” was not understood.' },
  nothing: { zh: '请填写。', en: 'Please fill this in.' },
  importTitle: { zh: '导入 {month} 班次表', en: 'Import the roster of {month}' },
  importLead: {
    zh: 'Excel（.xlsx）：表头有“姓名”或“人员编号”，后面每天一列（1、2、3 …）；格里写班次名或“休”。空格不动。',
    en: 'Excel (.xlsx): a header with 姓名 or 人员编号, then a column a day (1, 2, 3 …); cells name a shift or 休. Empty cells change nothing.',
  },
  choose: { zh: '选择文件', en: 'Choose a file' },
  chosenFile: { zh: '已选：{name}', en: 'Chosen: {name}' },
  readPeople: {
    zh: '{people} 人：{changed} 格要改，{same} 格不变。',
    en: '{people} people: {changed} cells change, {same} do not.',
  },
  readRefused: { zh: '{n} 格不能用，不会导入：', en: '{n} cells cannot be used and are left out:' },
  bringIn: { zh: '导入 {n} 格', en: 'Import {n} cells' },
  done: { zh: '已导入 {n} 格。', en: '{n} cells imported.' },
} as const satisfies Record<string, Words>
