import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { MASKED_FIELDS } from '../contract.ts'
import type { Category, DuesClass } from '../rules.ts'
import { words as labels } from './labels.ts'

export const categoryWords: Readonly<Record<Category, Words>> = labels
export const duesClassWords: Readonly<Record<DuesClass, Words>> = labels
export const maskedWords: Readonly<Record<(typeof MASKED_FIELDS)[number], Words>> = labels

const sexes: Readonly<Record<string, Words>> = {
  男: { zh: '男', en: 'Male' },
  女: { zh: '女', en: 'Female' },
  未知: { zh: '未知', en: 'Unknown' },
  未说明: { zh: '未说明', en: 'Not stated' },
}
/** A sex as the roster writes it, in words; anything else as it stands. */
export const sexWords = (sex: string): Words => sexes[sex] ?? { zh: sex, en: sex }

export const refusals: {
  readonly findPerson: RefusalWords<'people.findPerson'>
  readonly unmask: RefusalWords<'people.unmask'>
  readonly addPerson: RefusalWords<'people.addPerson'>
  readonly changePerson: RefusalWords<'people.changePerson'>
  readonly amendPerson: RefusalWords<'people.amendPerson'>
  readonly changeStanding: RefusalWords<'people.changeStanding'>
  readonly changeStandings: RefusalWords<'people.changeStandings'>
  readonly endStanding: RefusalWords<'people.endStanding'>
} = {
  findPerson: labels,
  unmask: labels,
  addPerson: labels,
  changePerson: labels,
  amendPerson: labels,
  changeStanding: labels,
  changeStandings: {
    ...labels,
    'before-last-change': {
      zh: '编号 {no} 的人此后已有变动（{last}），没有改动任何人。请选那天或以后的日期，或不选此人。',
      en: 'No. {no} has a later change ({last}); nobody was changed. Choose that day or a later one, or leave them out.',
    },
  },
  endStanding: labels,
}

export const words = {
  people: { zh: '党员', en: 'People' },
  roster: { zh: '党员名册', en: 'Roster' },
  rosterLead: {
    zh: '党员、发展中的同志和班组名册，按编号排列。',
    en: 'Members and those on the way, by number.',
  },
  search: { zh: '编号、姓名、拼音或首字母', en: 'Number, name, pinyin or initials' },
  tree: { zh: '按组织', en: 'By unit' },
  everybody: { zh: '全部', en: 'Everybody' },
  allCategories: { zh: '各类人员', en: 'All categories' },
  asOf: { zh: '截至', en: 'As of' },
  add: { zh: '新增人员', en: 'Add a person' },
  toImport: { zh: '导入台账', en: 'Import a ledger' },
  pastRoster: {
    zh: '这是过去某一天的名册，只能看。清空“截至”即回到今天。',
    en: 'The roster of a past day, to be read. Clear “As of” to come back to today.',
  },
  longRoster: {
    zh: '名册很长，先列前 {n} 人；输入姓名、编号或拼音，可查到全部。',
    en: 'A long roster: the first {n} are listed. Type a name, number or pinyin to find anybody.',
  },
  nobodyInScope: {
    zh: '所选组织、类别和日期下没有人。请放宽条件。',
    en: 'Nobody fits this unit, category and day. Ask for more.',
  },
  editOf: { zh: '改 {name} 的{field}', en: 'Change {field} of {name}' },
  shiftFromToday: { zh: '从今天起改班次', en: 'The shift changes from today' },
  chosen: { zh: '已选 {n} 人', en: '{n} {n|person|people} chosen' },
  letGo: { zh: '取消选择', en: 'Let go' },
  batch: { zh: '批量变动', en: 'Change all of them' },
  batchTitle: { zh: '为 {n} 人批量变动', en: 'Change {n} {n|person|people} at once' },
  batchGo: { zh: '变动 {n} 人', en: 'Change {n} {n|person|people}' },
  fromDay: { zh: '自何日起', en: 'From which day' },
  newShift: { zh: '新班次', en: 'New shift' },
  newUnit: { zh: '转到', en: 'Move to' },
  asBefore: { zh: '不变', en: 'As before' },
  stays: { zh: '（不变）', en: '(stays)' },
  preview: { zh: '变动预览', en: 'What changes' },
  fits: { zh: '能否变动', en: 'Fits' },
  fitsYes: { zh: '可以', en: 'yes' },
  fitsNot: { zh: '此后已有变动', en: 'a later change is in the way' },
  movedMeans: {
    zh: '从这天起，应到、党费和考核都计入“{name}”；以前的记录留在原处。',
    en: 'From that day they count in {name}: expected numbers, dues and scores. Earlier records stay where they are.',
  },
  nothingChosen: { zh: '填一个新班次，或选一个组织。', en: 'Give a shift, or choose a unit.' },
  phone: { zh: '联系电话', en: 'Phone' },
  no: { zh: '编号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  category: { zh: '人员类别', en: 'Category' },
  unit: { zh: '所在组织', en: 'Unit' },
  posts: { zh: '党内职务', en: 'Posts' },
  crew: { zh: '班组', en: 'Crew' },
  shift: { zh: '班次', en: 'Shift' },
  joinedOn: { zh: '入党时间', en: 'Joined' },
  fullSince: { zh: '转正时间', en: 'Full member since' },
  bornOn: { zh: '出生日期', en: 'Born' },
  ethnicity: { zh: '民族', en: 'Ethnicity' },
  education: { zh: '学历', en: 'Education' },
  duesClass: { zh: '计费类别', en: 'Class of dues' },
  note: { zh: '备注', en: 'Note' },
  standings: { zh: '何时在何处', en: 'What and where, when' },
  from: { zh: '自', en: 'From' },
  to: { zh: '至', en: 'To' },
  always: { zh: '一直', en: 'always' },
  now: { zh: '至今', en: 'to this day' },
  masked: { zh: '敏感信息', en: 'Masked values' },
  isRecorded: { zh: '已登记', en: 'recorded' },
  unmask: { zh: '查看', en: 'Show' },
  unmaskTitle: { zh: '查看{field}', en: 'Show: {field}' },
  unmaskLead: {
    zh: '谁在何时为何查看，会封存在日志里。',
    en: 'Who saw it, when and why is sealed in the journal.',
  },
  unmaskReason: { zh: '查看原因', en: 'Reason' },
  unmaskGo: { zh: '查看并留痕', en: 'Show and record it' },
  count: { zh: '{n} 人', en: '{n} {n|person|people}' },
  next: { zh: '后面的人', en: 'More people' },
  first: { zh: '回到开头', en: 'Back to the start' },
  emptyTitle: { zh: '名册还是空的', en: 'The roster is empty' },
  empty: {
    zh: '名册说明谁在哪个支部、什么身份；应到人数、党费和考核都从这里来。导入台账即可。',
    en: 'The roster says who is where and what; expected numbers, dues and scores come from it. Import a ledger to fill it.',
  },
  found: { zh: '没有找到符合的人。', en: 'Nobody fits this search.' },
} as const satisfies Record<string, Words>
