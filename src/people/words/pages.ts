import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { MASKED_FIELDS } from '../contract.ts'
import type { Meaning } from '../rules/means.ts'
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
  readonly erase: RefusalWords<'people.erase'>
  readonly rosterPaper: RefusalWords<'documents.roster'>
} = {
  findPerson: labels,
  rosterPaper: labels,
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
  erase: labels,
}

/** What a change of standing will mean. */
export const meaningWords = {
  becomesMember: {
    zh: '成为党员：从这天起计入“{name}”的应到人数，须交党费，可参加组织生活。',
    en: 'Becomes a member: from that day counted in {name}, owing dues, taking part in its life.',
  },
  becomesFull: {
    zh: '转为正式党员：从这天起有表决权、选举权和被选举权。',
    en: 'Becomes a full member: from that day with a vote, and may elect and be elected.',
  },
  isMemberNoMore: {
    zh: '不再是党员：从这天起不计入应到，不再交党费；以前的记录都留着。',
    en: 'No longer a member: from that day not expected at meetings and owing no dues; earlier records stay.',
  },
  isSomethingElse: {
    zh: '发展阶段改变：请同时登记发展党员的相应步骤。',
    en: 'Another stage on the way: record the step of the admission case as well.',
  },
  moves: {
    zh: '转到“{name}”：从这天起，应到、党费和考核计入那里。',
    en: 'Moves to {name}: expected numbers, dues and scores count there from that day.',
  },
  paysOtherwise: {
    zh: '计费类别改变：从下次计算起按新的类别算党费。',
    en: 'Another class of dues: the next dues are computed by it.',
  },
  holdsOtherPosts: {
    zh: '党内职务改为“{posts}”：空缺的职务随之重算。',
    en: 'Posts are now “{posts}”: vacancies are found anew.',
  },
  worksOtherShift: {
    zh: '班次改为“{shift}”：会议按新的班次排场次。',
    en: 'The shift is now “{shift}”: meetings are placed by it.',
  },
} as const satisfies Record<Meaning, Words>

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
  addLead: {
    zh: '填好即入册；填了一半离开，内容会留在这台电脑上。',
    en: 'Once sent they are on the roster. A form left halfway stays on this computer.',
  },
  addGo: { zh: '加入名册', en: 'Add to the roster' },
  who: { zh: '本人情况', en: 'Who they are' },
  what: { zh: '身份与所在组织', en: 'What they are, and where' },
  chooseUnit: { zh: '选支部或党小组', en: 'Choose a branch or group' },
  postsHint: {
    zh: '如：支部书记、组织委员；没有就空着。',
    en: 'Such as 支部书记, 组织委员; empty for none.',
  },
  sealedHint: {
    zh: '填后加密保存，只显示首尾几位。',
    en: 'Kept encrypted; only its first and last characters are shown.',
  },
  baseHint: { zh: '每月元数；不交党费的空着。', en: 'Yuan a month; empty for those who owe none.' },
  change: { zh: '更正', en: 'Correct' },
  changeTitle: { zh: '更正{name}的情况', en: 'Correct who {name} is' },
  changeLead: {
    zh: '更正本人情况；前一版留在历史里。身份、组织、职务的变动请用“变动身份”。',
    en: 'Corrects who they are; the version before stays in the history. Category, unit and posts change by “Change standing”.',
  },
  save: { zh: '保存', en: 'Save' },
  changeStanding: { zh: '变动身份', en: 'Change standing' },
  standingTitle: { zh: '{name}自某日起的变动', en: 'From a day on, {name} is' },
  standingGo: { zh: '从这天起变动', en: 'Change from that day' },
  itMeans: { zh: '这意味着', en: 'It will mean' },
  meansNothing: { zh: '还没有改动。', en: 'Nothing changes yet.' },
  end: { zh: '离开名册', en: 'Leave the roster' },
  endTitle: { zh: '{name}离开名册', en: '{name} leaves the roster' },
  endLead: {
    zh: '调离本矿、停止党籍或去世时办理。过了最后一天，名册、应到和党费不再有此人；历史全部留着，可从某日起恢复。',
    en: 'For who moved away, left or died. After the last day the roster, expected numbers and dues have them no more; the history stays, and they can be taken in again.',
  },
  erase: { zh: '误录，删除此人', en: 'Wrongly recorded: erase' },
  eraseTitle: { zh: '删除误录的 {name}', en: 'Erase {name}, who was wrongly recorded' },
  eraseGoes: {
    zh: '删掉的：姓名、编号、证件、电话、党费基数和名册上的全部经历；几分钟内，打开其封存的钥匙也会销毁。不能恢复。',
    en: 'What goes: name, number, identity, telephone, dues base and all they were on the roster; within minutes the key that opens their seals too. It cannot be undone.',
  },
  eraseStays: {
    zh: '留下的：日志里封存的指纹（打不开），和一份删除通知：谁删的、何时、为什么。原因里不要写出此人是谁。',
    en: 'What stays: the sealed fingerprints in the journal, which nobody can open, and a notice: who erased, when and why. Do not say in the reason who it was.',
  },
  eraseRetype: { zh: '输入姓名确认：{name}', en: 'Type the name to confirm: {name}' },
  eraseMismatch: { zh: '与姓名不一致，没有删除。', en: 'This is not the name; nothing was erased.' },
  eraseGo: { zh: '删除，不再恢复', en: 'Erase for good' },
  endGo: { zh: '确认最后一天', en: 'Set the last day' },
  whyEnds: { zh: '原因', en: 'Why' },
  whyEnded: { zh: '离开、变动的原因', en: 'Why it ended' },
  lastDay: { zh: '在册的最后一天', en: 'Last day on the roster' },
  left: { zh: '已离开名册', en: 'Left the roster' },
  records: { zh: '有关记录', en: 'Records' },
  meetingsOf: { zh: '{name}的会议', en: 'Meetings of {name}' },
  duesOf: { zh: '{name}的党费', en: 'Dues of {name}' },
  caseOf: { zh: '{name}的发展党员', en: 'Admission in {name}' },
  phoneHint: {
    zh: '输入新号码；不填即不变，输入 - 即删去。',
    en: 'Type the new number; nothing leaves it, - takes it away.',
  },
  printedOn: { zh: '截至 {day}', en: 'As of {day}' },
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
  formerName: { zh: '原姓名', en: 'Name before' },
  formerUntil: { zh: '{name}，用到', en: '{name}, until' },
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
