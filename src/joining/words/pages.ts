import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { CaseNumber, Stage } from '../rules.ts'

const noSuchUnit: Words = {
  zh: '没有这个党支部，或不在您的范围内。',
  en: 'There is no such branch, or it is not yours to see.',
}
const noSuchCase: Words = {
  zh: '没有这份发展党员记录，或不在您的范围内。',
  en: 'There is no such admission, or it is not yours to see.',
}
const inTheFuture: Words = {
  zh: '日期还没到。办完再来登记。',
  en: 'That day has not come yet. Record the step once it is done.',
}
const numbersMissing: Words = {
  zh: '这一步要填人数或学时，请填全。',
  en: 'This step asks for numbers. Please fill in all of them.',
}
const impossibleVote: Words = {
  zh: '实到或赞成多于应到，请核对。',
  en: 'More present or in favour than expected. Check the numbers.',
}
const againstRules: Words = {
  zh: '这样办不合规定（{clause}）。请核对日期和数字；纸面确实如此，写明情况后可以照实登记，缺陷会一直显示。',
  en: 'The rules do not allow this ({clause}). Check day and numbers; if the paper says so, say why and it is recorded as it happened, its defect staying in sight.',
}

const notFull: Words = {
  zh: '所选的人那一天不是正式党员，或就是申请人本人。请换人。',
  en: 'Somebody named was no full member on that day, or is the applicant. Choose another.',
}

export const refusals: {
  readonly listCases: RefusalWords<'joining.listCases'>
  readonly findCase: RefusalWords<'joining.findCase'>
  readonly findMine: RefusalWords<'joining.findMine'>
  readonly openCase: RefusalWords<'joining.openCase'>
  readonly recordStep: RefusalWords<'joining.recordStep'>
  readonly correctStep: RefusalWords<'joining.correctStep'>
} = {
  listCases: { 'no-such-unit': noSuchUnit },
  findCase: { 'no-such-case': noSuchCase },
  findMine: {},
  openCase: {
    'no-such-person': {
      zh: '名册上没有这个人。请刷新后重选。',
      en: 'Nobody like this is on the roster. Reload and choose again.',
    },
    'is-member': {
      zh: '这个人已是正式党员或预备党员，不用再申请。',
      en: 'This person is a member already.',
    },
    'case-open': {
      zh: '这个人的发展记录已经建立，请打开那一份。',
      en: 'This person’s admission is open already; go on with that one.',
    },
    'in-the-future': inTheFuture,
    'against-rules': againstRules,
  },
  recordStep: {
    'not-a-full-member': notFull,
    'no-such-case': noSuchCase,
    'in-the-future': inTheFuture,
    'step-recorded': {
      zh: '这一步已经登记过。要改日期，请在记录页更正。',
      en: 'This step is recorded already. To change it, correct it on the page of the case.',
    },
    'numbers-missing': numbersMissing,
    'impossible-vote': impossibleVote,
    'against-rules': againstRules,
  },
  correctStep: {
    'not-a-full-member': notFull,
    'no-such-case': noSuchCase,
    'in-the-future': inTheFuture,
    'not-recorded': {
      zh: '这一步还没有登记，没有什么要更正的。',
      en: 'This step has no day yet; there is nothing to correct.',
    },
    'numbers-missing': numbersMissing,
    'impossible-vote': impossibleVote,
  },
}

/** The five stages of an admission (R2). */
export const stageWords: Readonly<Record<Stage, Words>> = {
  application: { zh: '申请入党', en: 'Application' },
  activist: { zh: '入党积极分子', en: 'Activist' },
  candidate: { zh: '发展对象', en: 'Candidate' },
  admission: { zh: '预备党员接收', en: 'Admission' },
  probation: { zh: '教育考察和转正', en: 'Probation' },
}

/** The numbers of a case, as a form asks for them. */
export const numberWords: Readonly<Record<CaseNumber, Words>> = {
  mentors: { zh: '培养联系人数', en: 'Mentors' },
  sponsors: { zh: '入党介绍人数', en: 'Sponsors' },
  trainingHundredths: { zh: '培训学时', en: 'Hours of training' },
  acceptanceExpected: { zh: '应到', en: 'Expected' },
  acceptancePresent: { zh: '实到', en: 'Present' },
  acceptanceYes: { zh: '赞成', en: 'In favour' },
  conversionExpected: { zh: '应到', en: 'Expected' },
  conversionPresent: { zh: '实到', en: 'Present' },
  conversionYes: { zh: '赞成', en: 'In favour' },
}

/** What each number must be, with its clause (J4–J8, J12). */
export const needWords: Readonly<Partial<Record<CaseNumber, Words>>> = {
  mentors: { zh: '1 至 2 名正式党员（J4）', en: 'one or two full members (J4)' },
  sponsors: { zh: '2 名正式党员（J5）', en: 'two full members (J5)' },
  trainingHundredths: { zh: '不少于 24 学时（J6）', en: 'at least 24 hours (J6)' },
  acceptancePresent: { zh: '超过应到的一半（J7）', en: 'more than half of those expected (J7)' },
  acceptanceYes: {
    zh: '超过应到的一半，含书面意见（J8）',
    en: 'more than half of those expected, written opinions included (J8)',
  },
  conversionPresent: { zh: '超过应到的一半（J12）', en: 'more than half of those expected (J12)' },
  conversionYes: {
    zh: '超过应到的一半，含书面意见（J12）',
    en: 'more than half of those expected, written opinions included (J12)',
  },
}

export const words = {
  fromVote: { zh: '取自会议表决', en: 'From the vote of a meeting' },
  byHand: { zh: '不取，自己填（纸质会议）', en: 'None: typed by hand (a meeting on paper)' },
  voteOf: {
    zh: '{day}“{subject}”：应到 {expected}、实到 {present}、赞成 {yes}',
    en: '{day} “{subject}”: {expected} expected, {present} present, {yes} for',
  },
  namedNth: { zh: '{role}{n}', en: '{role}, {n}' },
  nobodyNamed: { zh: '不填', en: 'Nobody' },
  title: { zh: '发展党员', en: 'Admissions' },
  open: { zh: '新建申请', en: 'New application' },
  openLead: {
    zh: '从名册里选人，填递交入党申请书的日期；以后各步在这里接着登记。',
    en: 'Choose somebody from the roster and give the day of the application; the steps follow here.',
  },
  person: { zh: '姓名', en: 'Name' },
  choosePerson: { zh: '请选择', en: 'Please choose' },
  nobody: {
    zh: '名册里没有可新建的人：都是党员，或已有记录。',
    en: 'Nobody on the roster can be added: all are members or have a case.',
  },
  appliedOn: { zh: '递交申请书的日期', en: 'Application handed in on' },
  next: { zh: '下一步：{step}', en: 'Next: {step}' },
  finished: { zh: '25 步已全部办完', en: 'All 25 steps are done' },
  recordNext: { zh: '登记', en: 'Record' },
  recordOf: { zh: '登记 {name} 的下一步', en: 'Record the next step of {name}' },
  recordStep: { zh: '登记：{step}', en: 'Record: {step}' },
  on: { zh: '日期', en: 'Day' },
  paper: { zh: '纸面确实如此，情况是', en: 'The paper says so, because' },
  recordPaper: { zh: '照纸面登记', en: 'Record as on paper' },
  latest: { zh: '{day} 前办（{clause}）', en: 'by {day} ({clause})' },
  over: {
    zh: '应在 {day} 前办，已过 {n} 天（{clause}）',
    en: 'was due by {day}, {n} {n|day|days} ago ({clause})',
  },
  earliest: { zh: '{day} 起可办（{clause}）', en: 'from {day} on ({clause})' },
  mayNow: { zh: '{day} 起已可办（{clause}）', en: 'possible since {day} ({clause})' },
  defects: { zh: '{n} 处缺陷', en: '{n} {n|defect|defects}' },
  defect: { zh: '{what}（{clause}，{source}）', en: '{what} ({clause}, {source})' },
  steps: { zh: '第 {n} 步，共 25 步', en: 'Step {n} of 25' },
  stage: { zh: '阶段', en: 'Stage' },
  count: { zh: '{n} 人', en: '{n}' },
  noneHere: { zh: '没有人', en: 'Nobody' },
  archived: { zh: '已归档 {n} 人', en: '{n} archived' },
  notRecorded: { zh: '没有登记', en: 'not recorded' },
  correct: { zh: '更正', en: 'Correct' },
  correctOf: { zh: '更正：{step}', en: 'Correct: {step}' },
  correctLead: {
    zh: '原来的日期会保留在记录里，谁都能看到。没有办过这一步，把日期清空。',
    en: 'The earlier day stays to be seen. If the step never took place, empty the day.',
  },
  reason: { zh: '更正原因', en: 'Why' },
  record: { zh: '登记', en: 'Record' },
  line: { zh: '25 步', en: 'The 25 steps' },
  corrections: { zh: '更正过的', en: 'What was corrected' },
  corrected: {
    zh: '{at} 把“{step}”从 {from} 更正为 {to}：{reason}',
    en: '{at}: “{step}” corrected from {from} to {to}: {reason}',
  },
  asOnPaper: { zh: '{at} 照纸面登记“{step}”：{reason}', en: '{at}: “{step}” recorded as on paper: {reason}' },
  struck: { zh: '没有办过', en: 'never took place' },
  nothing: { zh: '空白', en: 'blank' },
  roster: { zh: '名册类别', en: 'On the roster' },
  no: { zh: '编号', en: 'No.' },
  emptyTitle: { zh: '这个支部还没有发展党员', en: 'No admissions in this branch yet' },
  empty: {
    zh: '有人递交入党申请书后，从这里一步一步登记到归档；每步的时限自动提醒，办得不合规定的会指出是哪一条。',
    en: 'Once somebody has applied, record step after step here until the papers are archived; time limits are watched, and what breaks a rule is named with its clause.',
  },
} as const satisfies Record<string, Words>
