import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { Reason } from '../rules/planner.ts'
import { noSuchUnit } from './missing.ts'

/** What the form says of sittings proposed from who works when. */
export const words = {
  title: { zh: '按班次推荐场次', en: 'Sittings by shifts' },
  lead: {
    zh: '不占班中、入井和班后休息时间；夜班也算在内。',
    en: 'Nobody is called from a shift, from underground or from rest; the night shift is included.',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  minutes: { zh: '时长（分钟）', en: 'Minutes' },
  most: { zh: '最多几场', en: 'At most' },
  vote: { zh: '表决', en: 'Vote' },
  propose: { zh: '推荐场次', en: 'Propose sittings' },
  chooseFirst: { zh: '先选会议类型和日期。', en: 'Choose the kind of meeting and the days first.' },
  none: {
    zh: '这几天没有能开的时间。请把日期放宽，或把会议缩短。',
    en: 'No hour fits in these days. Give more days, or make the meeting shorter.',
  },
  noneInTime: {
    zh: '到期限 {day} 为止，没有能开的时间。',
    en: 'No hour fits up to the deadline, {day}.',
  },
  further: { zh: '看期限之后四周', en: 'Look at the four weeks after it' },
  lateFor: { zh: '晚于期限 {day}，不算按期', en: 'After the deadline, {day}: not in time' },
  unknown: {
    zh: '{n} 人没有班次表，按有空算。排好班次，推荐才准。',
    en: 'No shift is known of {n} {n|person|people}; they are taken as free. With their roster the proposal gets right.',
  },
  proposal: { zh: '方案 {n}', en: 'Proposal {n}' },
  reach: { zh: '应到 {of} 人，能到 {n} 人（{percent}%）', en: '{n} of {of} can come ({percent}%)' },
  sitting: { zh: '{n} 人能来', en: '{n} can come' },
  everybody: { zh: '所有人', en: 'everybody' },
  others: { zh: '其余的人', en: 'the others' },
  why: { zh: '为什么', en: 'Why' },
  missed: { zh: '来不了的 {n} 人', en: '{n} cannot come' },
  shift: { zh: '当班', en: 'on shift' },
  meeting: { zh: '另有会议', en: 'at another meeting' },
  leave: { zh: '已准假', en: 'on leave' },
  rest: { zh: '班后休息', en: 'at rest' },
  use: { zh: '用方案 {n}', en: 'Use proposal {n}' },
  used: { zh: '已填入场次', en: 'Filled in' },
} as const satisfies Record<string, Words>

/** Why a proposal is as it is. */
export const reasonWords: Readonly<Record<Reason['code'], Words>> = {
  reached: {
    zh: '当班、在途、班后休息的人都没有叫：{of} 人里 {n} 人有空。',
    en: 'Nobody on shift, on the way or at rest is called: {n} of {of} are free.',
  },
  nights: {
    zh: '这几天上夜班的 {of} 人里，{n} 人能到。',
    en: 'Of the {of} who work nights in these days, {n} can come.',
  },
  fewer: {
    zh: '少开一场，只开 {n} 场；比到会最多的少 {of} 人。',
    en: 'One sitting less, {n} in all; {of} fewer people than at the most.',
  },
  otherDays: { zh: '换了日子，可作备选。', en: 'On other days, to choose from.' },
  noDayOff: { zh: '没有人需要在休息日专门来。', en: 'Nobody has to come on a day off.' },
  onDayOff: { zh: '{n} 人要在休息日来。', en: '{n} {n|comes|come} on a day off.' },
  shared: {
    zh: '休息日来的 {of} 人里，{n} 人本季度还没有在休息日被叫来过。',
    en: 'Of the {of} who come on a day off, {n} {n|was|were} not called on one this quarter.',
  },
  quorate: {
    zh: '有表决权的 {of} 人里 {n} 人能到，够法定人数。',
    en: '{n} of the {of} with a vote can come: a quorum.',
  },
  notQuorate: {
    zh: '有表决权的 {of} 人里只有 {n} 人能到，不够法定人数，不能表决。',
    en: 'Only {n} of the {of} with a vote can come: no quorum, no vote.',
  },
}

/** Every refusal of a proposal. */
export const proposeRefusals: RefusalWords<'meetings.proposeSessions'> = {
  'no-such-unit': noSuchUnit,
  'not-a-branch': {
    zh: '会议只能安排在党支部或党小组名下。请改选组织。',
    en: 'A meeting belongs to a branch or a Party group. Choose another unit.',
  },
  'no-days': {
    zh: '日期反了，或超过 {days} 天。请改日期。',
    en: 'The days are the wrong way round, or more than {days}. Mend them.',
  },
}
