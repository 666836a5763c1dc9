import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import type { AgendaKind } from '../rules/agenda.ts'
import type { DecisionState } from '../rules/decisions.ts'
import type { WhyNot } from '../rules/expected-people.ts'
import type { RoomState, Signer } from '../rules/room.ts'
import type { DecisionKind } from '../rules/votes.ts'
import { agendaWrong } from './agenda.ts'
import { noSuchMeeting } from './missing.ts'
import { endsBeforeStart } from './times.ts'

export const meetingClosed: Words = {
  zh: '会议已经结束，点名和表决不能再改。您填的还在这里：请写进会议记录，签字前都可以写。',
  en: 'The meeting was closed; roll and votes stand. What you typed is still here: write it into the minutes, which are open until they are signed.',
}
export const meetingSigned: Words = {
  zh: '这份记录已由主持人和记录人签字封存，不能再改。要补充，请写补充说明。',
  en: 'This record is signed and sealed and cannot be changed. Add an addendum instead.',
}
export const meetingOpen: Words = {
  zh: '会议还没有结束。请先在会议室里结束会议。',
  en: 'The meeting is still open. Close it in its room first.',
}
const closed = { 'meeting-closed': meetingClosed, 'meeting-signed': meetingSigned } as const
const clockBehind: Words = {
  zh: '服务器的时间早于会议开始的时间，先没有保存。请管理员校准时钟后再试，您填的还在。',
  en: 'The server’s clock stands before the opening of this meeting, so nothing was saved. Have it set right and try again; what you typed is kept.',
}
const noSuchSession: Words = {
  zh: '没有这一场。请刷新后重新选场次。',
  en: 'There is no such sitting. Reload and choose again.',
}
const rollFirst: Words = { zh: '还没有点名。请先点名。', en: 'The roll was not called. Call it first.' }

/** Every refusal of the meeting room. */
export const roomRefusals: {
  readonly openMeeting: RefusalWords<'meetings.openMeeting'>
  readonly findRoom: RefusalWords<'meetings.findRoom'>
  readonly takeRoll: RefusalWords<'meetings.takeRoll'>
  readonly addAgendaItem: RefusalWords<'meetings.addAgendaItem'>
  readonly recordVote: RefusalWords<'meetings.recordVote'>
  readonly saveMinute: RefusalWords<'meetings.saveMinute'>
  readonly closeMeeting: RefusalWords<'meetings.closeMeeting'>
  readonly reopenMeeting: RefusalWords<'meetings.reopenMeeting'>
  readonly discardMeeting: RefusalWords<'meetings.discardMeeting'>
  readonly signMeeting: RefusalWords<'meetings.signMeeting'>
  readonly addAddendum: RefusalWords<'meetings.addAddendum'>
} = {
  openMeeting: {
    'no-such-plan': {
      zh: '没有这次安排，或不在您的范围内。',
      en: 'There is no such planned meeting, or it is not yours to see.',
    },
    'no-such-session': noSuchSession,
    'plan-ended': {
      zh: '这次会议已经开过或取消。',
      en: 'This meeting was held or called off.',
    },
    'in-the-future': {
      zh: '还没到 {day}。要提前开，请先改安排的日期。',
      en: 'It is not {day} yet. To hold it earlier, change the plan first.',
    },
  },
  findRoom: { 'no-such-meeting': noSuchMeeting },
  takeRoll: {
    'no-such-meeting': noSuchMeeting,
    ...closed,
    'clock-behind': clockBehind,
    'no-such-session': noSuchSession,
    'session-needed': {
      zh: '这次会分几场。请选是哪一场的点名。',
      en: 'This meeting has several sittings. Say which one’s roll it is.',
    },
    'roll-taken': {
      zh: '这一场刚有人点过名，您的没有保存，仍在这里。请看是谁、点了什么，要改再提交一次。',
      en: 'Somebody has just called this roll. Yours was not saved and is still here; see who did and what it says, then send it again if it must change.',
    },
    'called-twice': {
      zh: '有人被点名两次。请刷新后再试。',
      en: 'Somebody is on the roll twice. Reload and try again.',
    },
    'in-two-sittings': {
      zh: '有 {n} 人在另一场已经记为到会，一个人只能算一场。请去掉其中一处。',
      en: '{n} {n|person is|people are} down as present at another sitting already; one counts once. Take them off one of the two.',
    },
    'not-on-the-roster': {
      zh: '点名中有人当天不在本组织名册上。外来的人请记为列席。',
      en: 'Somebody on the roll was not on the roster that day. Write people from elsewhere down as guests.',
    },
    'in-the-future': {
      zh: '日期还没到。会上再来点名。',
      en: 'That day has not come yet. Call the roll at the meeting.',
    },
  },
  addAgendaItem: {
    'no-such-meeting': noSuchMeeting,
    ...closed,
    'no-agenda': {
      zh: '这条记录不是从安排开始的，没有议程。请在记录里写。',
      en: 'This record did not begin from a plan and has no agenda. Write it into the record.',
    },
    'vote-unnamed': agendaWrong['vote-unnamed'],
    'vote-not-here': agendaWrong['vote-not-here'],
    'votes-need-one-sitting': agendaWrong['votes-need-one-sitting'],
    'no-such-person': agendaWrong['no-such-person'],
    'agenda-full': { zh: '议题已经太多。请合并几项。', en: 'The agenda is full. Join some items.' },
  },
  recordVote: {
    'no-such-meeting': noSuchMeeting,
    ...closed,
    'clock-behind': clockBehind,
    'no-such-item': agendaWrong['no-such-item'],
    'nothing-to-vote': { zh: '这一项不表决。', en: 'This item is not voted on.' },
    'roll-first': rollFirst,
    'nobody-expected': {
      zh: '没有一个有表决权的人，不能表决。请核对名册。',
      en: 'Nobody has the right to vote. Check the roster.',
    },
    'no-quorum': {
      zh: '有表决权的应到 {expected} 人，实到 {present} 人，至少要 {least} 人，不能表决。等人到齐，或改日再议。',
      en: '{present} of {expected} with the right to vote are here and {least} are needed: no vote. Wait for them, or meet again.',
    },
    'more-present-than-called': {
      zh: '在场 {present} 人，点名只有 {called} 人到会。请先补点名。',
      en: '{present} are said to be here, and the roll has {called}. Call the roll again first.',
    },
    'more-votes-than-present': {
      zh: '共 {votes} 票，在场有表决权的只有 {present} 人。请重新清点。',
      en: '{votes} votes, and {present} here who may vote. Count again.',
    },
    'written-not-counted': {
      zh: '这类表决不计书面意见。请去掉书面意见。',
      en: 'Opinions in writing do not count in this vote. Leave them out.',
    },
    'more-written-than-absent': {
      zh: '书面意见 {written} 份，没到会的只有 {absent} 人。请核对。',
      en: '{written} opinions in writing, and only {absent} are not here. Check them.',
    },
    'no-right-to-vote': {
      zh: '有 {n} 人没有表决权，他们的意见不能计票。请去掉。',
      en: '{n} {n|person has|people have} no right to vote; leave {n|it|them} out.',
    },
    'voted-twice': {
      zh: '有 {n} 人已经到会或交了两份书面意见，一人一票。请去掉。',
      en: '{n} {n|person is|people are} here or handed in twice; one vote each. Leave {n|it|them} out.',
    },
    'voted-already': {
      zh: '这一项已经表决过。重新表决请写明原因。',
      en: 'This item was voted on. To vote again, say why.',
    },
  },
  saveMinute: {
    'no-such-meeting': noSuchMeeting,
    'meeting-signed': meetingSigned,
    'no-such-item': agendaWrong['no-such-item'],
    'text-too-long': {
      zh: '这一段有 {length} 字，最多 {most} 字，没有保存，仍在这里。请分到几项里写。',
      en: 'This block has {length} characters of {most} at most. It was not saved and is still here; spread it over several items.',
    },
    'changed-meanwhile': {
      zh: '这一段刚被别人改动，您的没有保存，仍在这里。请看现在的内容再决定。',
      en: 'Somebody has just changed this block. Yours was not saved and is still here; see what stands now, then decide.',
    },
  },
  closeMeeting: {
    'no-such-meeting': noSuchMeeting,
    ...closed,
    'clock-behind': clockBehind,
    'roll-first': rollFirst,
    'ends-before-start': endsBeforeStart,
    'in-the-future': {
      zh: '日期还没到。会后再结束。',
      en: 'That day has not come yet. Close it after the meeting.',
    },
  },
  reopenMeeting: {
    'no-such-meeting': noSuchMeeting,
    'meeting-open': { zh: '会议室已经开着。', en: 'The room is open already.' },
    'meeting-signed': meetingSigned,
    'clock-behind': clockBehind,
    'no-room': {
      zh: '这条记录不是在会议室里开的，没有会议室可以打开。请直接更正记录。',
      en: 'This record was not made in a room, so there is none to open. Correct the record itself.',
    },
  },
  discardMeeting: {
    'no-such-meeting': noSuchMeeting,
    ...closed,
    'meeting-used': {
      zh: '会上已有表决、决定或会议记录，不能放弃。请照实结束会议，再更正记录。',
      en: 'Something was voted, decided or minuted here already, so it is not given up. Close it as it was and correct the record.',
    },
  },
  signMeeting: {
    'no-such-meeting': noSuchMeeting,
    'meeting-open': meetingOpen,
    'meeting-signed': meetingSigned,
    'clock-behind': clockBehind,
    'changed-meanwhile': {
      zh: '您看过之后，记录又有改动。请再看一遍再签。',
      en: 'The record was changed since you read it. Read it again, then sign.',
    },
    'other-must-sign': {
      zh: '您已经签过另一处。主持人和记录人要由两个人签。',
      en: 'You have signed in the other place. Chair and recorder are two people.',
    },
  },
  addAddendum: {
    'no-such-meeting': noSuchMeeting,
    'meeting-open': meetingOpen,
    'meeting-not-signed': {
      zh: '记录还没有签字，直接改记录就行。',
      en: 'The record is not signed yet; correct it itself.',
    },
  },
}

/** Where a room stands. */
export const roomStateWords: Readonly<Record<RoomState, Words>> = {
  open: { zh: '正在开会', en: 'Open' },
  closed: { zh: '已结束，待签字', en: 'Closed, to be signed' },
  signed: { zh: '已签字封存', en: 'Signed and sealed' },
}

/** What an item of an agenda is. */
export const agendaKindWords: Readonly<Record<AgendaKind, Words>> = {
  report: { zh: '通报', en: 'Report' },
  discussion: { zh: '讨论', en: 'Discussion' },
  vote: { zh: '表决', en: 'Vote' },
}

/** What is decided by a vote. */
export const decisionKindWords: Readonly<Record<DecisionKind, Words>> = {
  ordinary: { zh: '一般事项', en: 'Ordinary matter' },
  committeeReport: { zh: '审查支委会工作报告', en: 'The committee’s report' },
  election: { zh: '选举支部委员会', en: 'Election of the committee' },
  delegates: { zh: '选举党代表', en: 'Election of delegates' },
  admission: { zh: '接收预备党员', en: 'Admission' },
  conversion: { zh: '预备党员转正', en: 'Conversion to full membership' },
  probationExtension: { zh: '延长预备期', en: 'Longer probation' },
  probationCancel: { zh: '取消预备党员资格', en: 'End of a probation' },
  commendation: { zh: '表彰表扬', en: 'Commendation' },
  disposal: { zh: '组织处置', en: 'Organisational disposal' },
  discipline: { zh: '纪律处分', en: 'Discipline' },
  exclusion: { zh: '不计入应到会人数', en: 'Not counted as expected' },
}

/** Why somebody is not counted among those expected. */
export const whyNotWords: Readonly<Record<WhyNot, Words>> = {
  notMember: { zh: '不是党员', en: 'Not a member' },
  probationary: { zh: '预备党员，没有表决权', en: 'Probationary: no right to vote' },
  notOfCommittee: { zh: '不是支委', en: 'Not of the committee' },
  cannotExpressWill: { zh: '患病不能表达本人意志', en: 'Ill and cannot express their will' },
  abroad: { zh: '自费出国半年以上', en: 'Abroad at own cost for half a year or more' },
  servingSentence: { zh: '服刑（未受留党察看以上处分）', en: 'Serving a sentence' },
  longIll: { zh: '年老体弱或长期卧床', en: 'Old or ill, long unable to look after themselves' },
  awayHalfYear: {
    zh: '外出半年以上，应转未转组织关系',
    en: 'Away for half a year or more, relation not yet moved',
  },
  probationWithinParty: {
    zh: '留党察看期间，没有表决权',
    en: 'On probation within the Party: no right to vote',
  },
  rightsSuspended: { zh: '党员权利中止', en: 'Rights suspended' },
}

/** Who signs. */
export const signerWords: Readonly<Record<Signer, Words>> = {
  chair: { zh: '主持人', en: 'Chair' },
  recorder: { zh: '记录人', en: 'Recorder' },
}

/** Where a decision stands. */
export const decisionStateWords: Readonly<Record<DecisionState, Words>> = {
  open: { zh: '待办', en: 'Open' },
  stands: { zh: '决议', en: 'Resolved' },
  done: { zh: '已办', en: 'Done' },
  dropped: { zh: '不再办理', en: 'Dropped' },
}
