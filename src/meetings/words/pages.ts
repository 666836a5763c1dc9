import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { noSuchMeeting, noSuchUnit } from './missing.ts'
import { planGoneOrBegun, planRefusals } from './plans.ts'
import { meetingOpen, meetingSigned } from './room.ts'
import { endsBeforeStart } from './times.ts'

const wrongEntry = {
  'in-the-future': {
    zh: '日期还没到。会后再来记录。',
    en: 'That day has not come yet. Record the meeting after it was held.',
  },
  'ends-before-start': endsBeforeStart,
  'not-on-the-roster': {
    zh: '点名中有人当天不在本组织名册上。请重新选日期，名单会更新。',
    en: 'Somebody on the roll was not on the roster that day. Choose the day again to renew the roll.',
  },
  'called-twice': {
    zh: '有人被点名两次。请刷新后再试。',
    en: 'Somebody is on the roll twice. Reload and try again.',
  },
} as const satisfies Record<string, Words>

export const refusals: {
  readonly findMeeting: RefusalWords<'meetings.findMeeting'>
  readonly listMeetings: RefusalWords<'meetings.listMeetings'>
  readonly listHeld: RefusalWords<'meetings.listHeld'>
  readonly enterMeeting: RefusalWords<'meetings.enterMeeting'>
  readonly changeBlock: RefusalWords<'meetings.changeBlock'>
  readonly listPlanned: RefusalWords<'meetings.listPlanned'>
  readonly findPlanned: RefusalWords<'meetings.findPlanned'>
  readonly planMeeting: RefusalWords<'meetings.planMeeting'>
  readonly changePlanned: RefusalWords<'meetings.changePlanned'>
  readonly cancelPlanned: RefusalWords<'meetings.cancelPlanned'>
  readonly answerLeave: RefusalWords<'meetings.answerLeave'>
  readonly listLeave: RefusalWords<'meetings.listLeave'>
} = {
  findMeeting: { 'no-such-meeting': noSuchMeeting },
  listHeld: {},
  listMeetings: { 'no-such-unit': noSuchUnit },
  ...planRefusals,
  enterMeeting: {
    'no-such-unit': noSuchUnit,
    'not-a-branch': {
      zh: '会议只能记在党支部或党小组名下。请改选组织。',
      en: 'A meeting belongs to a branch or a Party group. Choose another unit.',
    },
    ...wrongEntry,
    ...planGoneOrBegun,
  },
  changeBlock: {
    'no-such-meeting': noSuchMeeting,
    'meeting-open': meetingOpen,
    'meeting-signed': meetingSigned,
    'changed-meanwhile': {
      zh: '这一项刚被别人改动，您的修改没有保存，仍在这里。请看现在的内容再决定。',
      en: 'Somebody has just changed this part. Yours was not saved and is still here; see what stands now, then decide.',
    },
    ...wrongEntry,
  },
}

export const words = {
  record: { zh: '会议记录', en: 'Meeting record' },
  change: { zh: '更正', en: 'Correct' },
  changeTitle: { zh: '更正会议记录', en: 'Correct a meeting record' },
  changeLead: {
    zh: '各项分别保存；改动前的内容留在日志里。',
    en: 'Each part is saved by itself; every earlier wording stays in the journal.',
  },
  facts: { zh: '时间、地点和人员', en: 'When, where and who' },
  rollBegin: { zh: '逐人点名', en: 'Call the roll by name' },
  no: { zh: '编号', en: 'No.' },
  kind: { zh: '会议类型', en: 'Kind' },
  unit: { zh: '组织', en: 'Unit' },
  heldOn: { zh: '日期', en: 'Date' },
  time: { zh: '时间', en: 'Time' },
  starts: { zh: '开始', en: 'Starts' },
  ends: { zh: '结束', en: 'Ends' },
  place: { zh: '地点', en: 'Place' },
  chair: { zh: '主持人', en: 'Chair' },
  recorder: { zh: '记录人', en: 'Recorder' },
  signatureOf: { zh: '{role}签字', en: '{role}’s signature' },
  lecturer: { zh: '主讲人', en: 'Lecturer' },
  subject: { zh: '议题', en: 'Subject' },
  resolution: { zh: '决议', en: 'Resolution' },
  absence: { zh: '缺席及原因', en: 'Absent and why' },
  hours: { zh: '学时', en: 'Study hours' },
  attendance: { zh: '到会', en: 'Present' },
  attended: { zh: '{present}/{expected} 人', en: '{present} of {expected}' },
  counts: { zh: '计入', en: 'Counts' },
  countsNot: { zh: '不计入', en: 'Does not count' },
  countsNotWhy: { zh: '这条记录不计入：{why}。', en: 'This record does not count: {why}.' },
  clause: { zh: '依据 {clause}', en: 'by {clause}' },
  registered: { zh: '登记时间', en: 'Registered' },
  recorded: { zh: '系统收到', en: 'Received' },
  begun: { zh: '开始记录', en: 'Record begun' },
  roll: { zh: '点名', en: 'Roll call' },
  rollNone: {
    zh: '这条记录来自台账，只有人数，没有逐人名单。',
    en: 'This record came from a ledger: it has numbers, not names.',
  },
  present: { zh: '到会', en: 'Present' },
  absent: { zh: '缺席', en: 'Absent' },
  excluded: { zh: '不计应到', en: 'Not expected' },
  reason: { zh: '原因', en: 'Reason' },
  whichBranch: { zh: '是哪个支部的会议', en: 'Which branch met' },
  findBranch: { zh: '支部名称或编码', en: 'Name or code of the branch' },
  noBranchFits: { zh: '没有符合的支部。', en: 'No branch fits.' },
  moreBranches: {
    zh: '还有 {n} 个，请输入名称或编码。',
    en: '{n} more; type a name or code.',
  },
  noBranchYet: {
    zh: '您的范围内还没有党支部。先导入组织台账，或请党委工作人员设定您的职务范围。',
    en: 'There is no branch in your scope yet. Import the organisation first, or ask the committee’s staff to set your scope.',
  },
  enter: { zh: '记录一次会议', en: 'Record a meeting' },
  enterFor: { zh: '为“{name}”记录一次会议', en: 'Record a meeting of {name}' },
  enterLead: {
    zh: '会开完后记一次：台账、考核、表格都用这一份。',
    en: 'Recorded once after the meeting; ledger, assessment and forms all use it.',
  },
  chooseKind: { zh: '请选择', en: 'Choose' },
  rollLead: {
    zh: '按会议类型和当天名册列出应到的人。默认到会，只改没来的。',
    en: 'Those expected, by the kind of meeting and the roster of that day. Everybody is present until changed.',
  },
  rollCount: { zh: '应到 {expected} 人，实到 {present} 人', en: '{expected} expected, {present} present' },
  rollEmpty: {
    zh: '当天名册上没有应到的人。请核对日期和组织，或先补名册。',
    en: 'Nobody was on the roster that day. Check the day and the unit, or mend the roster first.',
  },
  rollFirst: { zh: '先选会议类型和日期，名单随后出现。', en: 'Choose kind and day first; the roll follows.' },
  save: { zh: '记录', en: 'Record' },
  saveKeys: { zh: 'Ctrl+Enter 提交', en: 'Ctrl+Enter sends' },
  draftFound: {
    zh: '已接着 {at} 的草稿。',
    en: 'Going on with the draft of {at}.',
  },
  draftKept: { zh: '草稿自动保存在这台电脑上。', en: 'The draft keeps itself on this computer.' },
  draftDrop: { zh: '重新填写', en: 'Start afresh' },
  needed: { zh: '请填写。', en: 'Please fill this in.' },
  endsFirst: endsBeforeStart,
  badTime: { zh: '请填时间，如 14:30。', en: 'Give a time such as 14:30.' },
  badHours: { zh: '请填学时数，如 1.5。', en: 'Give hours such as 1.5.' },
  dayOver: { zh: '日期已经过去。', en: 'That day is past.' },
  notYet: { zh: '日期还没到。', en: 'That day has not come yet.' },
  badDay: { zh: '请填日期，如 2026-06-12。', en: 'Give a date such as 2026-06-12.' },
  list: { zh: '会议', en: 'Meetings' },
  listEmptyTitle: { zh: '还没有会议记录', en: 'No meetings yet' },
  listEmpty: {
    zh: '这里列出支部和党小组的每次会议。会开完后记一次，年度条和考核随即更新。',
    en: 'Every meeting of the branch and its groups is listed here. Record one after it was held; strip and score follow.',
  },
  listNone: { zh: '这些条件下没有会议。', en: 'No meeting fits these filters.' },
  quorumHint: {
    zh: '到会不足一半时，这条记录照样保存，但不计入。',
    en: 'With fewer than half present the record is kept but does not count.',
  },
} as const satisfies Record<string, Words>
