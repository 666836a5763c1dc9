import { CHANGED_MEANWHILE } from '../../kit/revision.ts'
import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const noScheme: Words = {
  zh: '还没有考核细则。导入带“考核细则”表的台账后，这里就有分数。',
  en: 'There is no scheme yet. Import a ledger with the sheet 考核细则 (scheme) and scores appear here.',
}
const noSuchUnit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}
const notAssessed: Words = {
  zh: '这个组织在此期不参加考核：只考核党支部和联合党支部，且期末前已成立。',
  en: 'This unit is not assessed then: only branches and joint branches founded by the end of the period are.',
}
const closed: Words = {
  zh: '这一期已封存。更正须另作决定。',
  en: 'This period is closed. A correction is a decision of its own.',
}

const noSuchTargetFact: Words = {
  zh: '任务只能用会议召开次数、到会率、接收预备党员或学习计划完成率（A3.4）。',
  en: 'A target may name meetings held, attendance, admissions or the study plan carried out (A3.4).',
}

export const refusals: {
  readonly listScores: RefusalWords<'assessment.listScores'>
  readonly findScore: RefusalWords<'assessment.findScore'>
  readonly listEvidence: RefusalWords<'assessment.listEvidence'>
  readonly openPeriod: RefusalWords<'assessment.openPeriod'>
  readonly closePeriod: RefusalWords<'assessment.closePeriod'>
  readonly enterManual: RefusalWords<'assessment.enterManual'>
  readonly listTargets: RefusalWords<'assessment.listTargets'>
  readonly addTarget: RefusalWords<'assessment.addTarget'>
  readonly changeTarget: RefusalWords<'assessment.changeTarget'>
} = {
  listScores: { 'no-scheme': noScheme },
  findScore: { 'no-scheme': noScheme, 'no-such-unit': noSuchUnit, 'not-assessed': notAssessed },
  listEvidence: {
    'no-scheme': noScheme,
    'no-such-unit': noSuchUnit,
    'not-assessed': notAssessed,
    'no-such-item': { zh: '细则中没有这一项。', en: 'The scheme has no such item.' },
  },
  openPeriod: {
    'no-scheme': noScheme,
    'period-open': { zh: '这一期已经开始。', en: 'This period is open already.' },
    'period-closed': closed,
  },
  closePeriod: {
    'no-such-period': {
      zh: '这一期的考核还没有开始。请先开始，再封存。',
      en: 'This period has not been opened. Open it first.',
    },
    'period-closed': closed,
    'period-not-over': { zh: '这一期还没结束（到 {last}）。', en: 'This period is not over (until {last}).' },
  },
  enterManual: {
    'no-such-unit': noSuchUnit,
    'not-assessed': notAssessed,
    'no-such-fact': { zh: '细则中没有这一项人工评分。', en: 'The scheme has no such item scored by hand.' },
    'period-closed': closed,
    'above-full-points': { zh: '超过了满分 {of}。请改小。', en: 'That is above the full {of} points.' },
  },
  listTargets: { 'no-such-unit': noSuchUnit },
  addTarget: {
    'no-such-unit': noSuchUnit,
    'not-a-branch': {
      zh: '任务下达给党支部或党小组。请改选组织。',
      en: 'A target is set for a branch or a Party group. Choose another unit.',
    },
    'no-such-fact': noSuchTargetFact,
    'number-taken': { zh: '这个任务编号已被使用，请换一个。', en: 'This number is in use. Choose another.' },
  },
  changeTarget: {
    'no-such-target': {
      zh: '没有这项任务，可能已被改动。请刷新后再看。',
      en: 'There is no such target; it may have been changed. Reload and look again.',
    },
    'changed-meanwhile': CHANGED_MEANWHILE,
    'no-such-fact': noSuchTargetFact,
  },
}

export const words = {
  letter: { zh: '考核结果通知', en: 'Letter with the result' },
  scores: { zh: '考核', en: 'Assessment' },
  scoresLead: {
    zh: '按编码排列，不排名；可按还差几项排序。点分数看每一分从哪里来。',
    en: 'By code, with no ranking; sortable by how many items are short. A score opens to where every point comes from.',
  },
  score: { zh: '得分', en: 'Score' },
  scoreOf: { zh: '{name}为什么是 {score} 分', en: 'Why {name} has {score}' },
  whyNone: { zh: '{name}为什么没有分数', en: 'Why {name} has no score' },
  period: { zh: '考核期', en: 'Period' },
  code: { zh: '编码', en: 'Code' },
  branch: { zh: '党支部', en: 'Branch' },
  grade: { zh: '等次', en: 'Grade' },
  bonus: { zh: '加分', en: 'Bonus' },
  veto: { zh: '一票否决', en: 'Veto' },
  vetoed: { zh: '已触发', en: 'Vetoed' },
  and: { zh: '、', en: ', ' },
  vetoCost: {
    zh: '{named}：等次由“{earned}”降为“{grade}”',
    en: '{named}: the grade falls from {earned} to {grade}',
  },
  vetoKept: { zh: '{named}：等次没有再降', en: '{named}: the grade falls no further' },
  openItems: { zh: '未得满分的项', en: 'Items short of full points' },
  openItemsOf: { zh: '看{name}哪几项没有得满分', en: 'Which items of {name} are short of full points' },
  findBranch: { zh: '找支部、编码或等次', en: 'Branch, code or grade' },
  noScore: { zh: '无分', en: 'No score' },
  'not-opened': { zh: '试算', en: 'Trial' },
  open: { zh: '进行中', en: 'Open' },
  closed: { zh: '已封存', en: 'Closed' },
  'about-not-opened': {
    zh: '党委还没有开始这一期的考核：按最新细则（第 {n} 版）试算，随记录变化。',
    en: 'The committee has not opened this period: a trial by the latest scheme (version {n}); it follows the records.',
  },
  'about-open': {
    zh: '细则第 {n} 版已冻结；分数随记录变化，封存后不再变。',
    en: 'Scheme version {n} is frozen; scores follow the records until the period is closed.',
  },
  'about-closed': {
    zh: '已按细则第 {n} 版封存。之后到的记录只作说明，不改分数。',
    en: 'Closed under scheme version {n}. Records that come later are shown and change nothing.',
  },
  trial: { zh: '试算', en: 'Trial' },
  trialTo: {
    zh: '这一期到 {last} 为止，现在的分数数到 {today}；期末以前能办的还能办，等次未定。',
    en: 'This period runs until {last}; the points count to {today}. What is due later can still be done, and the grade is open.',
  },
  countedTo: { zh: '数到 {today}', en: 'counted to {today}' },
  gradeNow: { zh: '暂为“{grade}”', en: '{grade} for now' },
  held: { zh: '暂扣 {points}', en: '{points} off for now' },
  partPending: { zh: '其中 {n} 项还没到期', en: '{n} of them not yet due' },
  openIt: { zh: '开始这一期', en: 'Open this period' },
  openAsk: {
    zh: '{period}将按细则第 {n} 版考核。开始后，新细则只管以后的考核期。',
    en: '{period} will be judged by scheme version {n}. A newer scheme then holds for later periods only.',
  },
  closeIt: { zh: '封存这一期', en: 'Close this period' },
  closeAsk: {
    zh: '{period}的事实、依据和分数将封存，以后到的记录不再改动它们。此操作不能撤销。',
    en: 'Facts, evidence and scores of {period} are sealed; later records will not change them. This cannot be undone.',
  },
  emptyTitle: { zh: '还没有可考核的支部', en: 'No branches to assess yet' },
  empty: {
    zh: '有了组织、记录和考核细则，每个支部的分数就在这里，每一分都能点开看依据。',
    en: 'With units, records and a scheme, every branch’s score stands here, and every point opens to its evidence.',
  },
  why: { zh: '每一分从哪里来', en: 'Where every point comes from' },
  sum: {
    zh: '基础分 = 各项得分 {points} ÷ 满分 {of} × 100 = {base}',
    en: 'Base = points {points} ÷ full {of} × 100 = {base}',
  },
  plusBonus: { zh: '加分 {bonus}', en: 'bonus {bonus}' },
  bonusCut: { zh: '加分合计最多 10 分', en: 'bonuses count up to 10 together' },
  total: { zh: '得分 {score}', en: 'score {score}' },
  lost: { zh: '失 {points}', en: '{points} lost' },
  gained: { zh: '加 {points}', en: '+{points}' },
  ofFull: { zh: '{points} / {of}', en: '{points} / {of}' },
  full: { zh: '满分', en: 'full' },
  fullOf: { zh: '满分 {of}', en: 'full {of}' },
  onlyLost: { zh: '只看失分项', en: 'Only items with lost points' },
  nothingLost: { zh: '这一期没有失分。', en: 'Nothing was lost in this period.' },
  counted: { zh: '数据', en: 'Counted' },
  rule: { zh: '规则', en: 'Rule' },
  basis: { zh: '依据', en: 'Basis' },
  evidence: { zh: '依据的记录（{n}）', en: 'Evidence ({n})' },
  evidenceNone: { zh: '没有可列的记录。', en: 'There is nothing to list.' },
  evidenceMore: { zh: '再看 {n} 条', en: '{n} more' },
  vetoStood: { zh: '已触发，等次受限', en: 'Reached: the grade is limited' },
  vetoNot: { zh: '未触发', en: 'Not reached' },
  leftOut: { zh: '没有计分的项', en: 'Items left out' },
  leftOutLead: {
    zh: '没有可数的数据，连同满分一起不计，不影响得分率。',
    en: 'There was nothing to count: neither the points nor the full points take part.',
  },
  excluded: { zh: '没有计入的人员', en: 'People left out' },
  excludedLead: {
    zh: '党费各项没有算这些人，请补齐数据。',
    en: 'The items on dues leave these people out; please complete their data.',
  },
  allBranches: { zh: '全部支部', en: 'All branches' },
  enterManual: { zh: '评分', en: 'Enter points' },
  manualTitle: { zh: '评分：{name}', en: 'Enter points: {name}' },
  manualLead: { zh: '连同理由封存在日志里。', en: 'Sealed in the journal with its reason.' },
  value: { zh: '分数', en: 'Points' },
  reason: { zh: '理由', en: 'Reason' },
  proof: { zh: '依据材料', en: 'Evidence' },
  targets: { zh: '年度任务', en: 'Targets' },
  targetsEmptyTitle: { zh: '还没有年度任务', en: 'No targets yet' },
  targetsEmpty: {
    zh: '年度任务写明做什么、做到多少、到哪天。从台账“年度任务”表导入。',
    en: 'A target says what, how much and by when. Import them from the sheet 年度任务 (targets).',
  },
  task: { zh: '任务', en: 'Task' },
  goal: { zh: '目标', en: 'Goal' },
  stands: { zh: '目前', en: 'Stands at' },
  deadline: { zh: '期限', en: 'By' },
  targetsTitle: { zh: '目标', en: 'Targets' },
  targetsHow: {
    zh: '从截止日期所在年的 1 月 1 日数到截止日期，不少于目标值为完成（A3.4）。',
    en: 'Counted from 1 January of the deadline’s year to the deadline; met when not below the goal (A3.4).',
  },
  inPeriod: { zh: '{period}到期', en: 'Due in {period}' },
  otherwise: { zh: '其他期限', en: 'Due otherwise' },
  noneDue: { zh: '这一期没有到期的任务。', en: 'No target is due in this period.' },
  addTarget: { zh: '下达任务', en: 'Set a target' },
  changeTarget: { zh: '改', en: 'Change' },
  changeTargetOf: { zh: '改：{task}', en: 'Change: {task}' },
  targetState: { zh: '状态', en: 'State' },
  targetNo: { zh: '任务编号', en: 'Number' },
  targetFact: { zh: '数据项', en: 'What is counted' },
  chooseFact: { zh: '请选择', en: 'Please choose' },
  save: { zh: '保存', en: 'Save' },
  whyValue: { zh: '看考核怎么算', en: 'See how it is assessed' },
  byHand: { zh: '人工评分', en: 'Scored by hand' },
  byHandLead: {
    zh: '细则里由党委评定、逐项填报的分数，附理由。',
    en: 'Points that the committee enters by hand, each with its reason.',
  },
  met: { zh: '已完成', en: 'Met' },
  notMet: { zh: '未完成', en: 'Not met' },
} as const satisfies Record<string, Words>
