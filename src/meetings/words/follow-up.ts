import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'
import { agendaWrong } from './agenda.ts'
import { noSuchMeeting, noSuchUnit } from './missing.ts'
import { meetingOpen, meetingSigned } from './room.ts'

const dated = {
  'in-the-future': {
    zh: '日期还没到。请改为今天或以前。',
    en: 'That day has not come yet. Choose today or before.',
  },
  'before-the-meeting': {
    zh: '日期早于会议（{day}）。请改日期。',
    en: 'That is before the meeting of {day}. Change the day.',
  },
} as const satisfies Record<string, Words>
const decisionGone = {
  'no-such-decision': {
    zh: '没有这条决定，或不在您的范围内。',
    en: 'There is no such decision, or it is not yours to see.',
  },
  'decision-ended': { zh: '这条决定已经办结。请刷新。', en: 'This decision was finished already. Reload.' },
} as const satisfies Record<string, Words>
const endsFirst: Words = { zh: '截止早于开始。请改日期。', en: 'It ends before it begins. Mend the days.' }

/** Every refusal of what comes after a meeting. */
export const followUpRefusals: {
  readonly decideItem: RefusalWords<'meetings.decideItem'>
  readonly finishDecision: RefusalWords<'meetings.finishDecision'>
  readonly dropDecision: RefusalWords<'meetings.dropDecision'>
  readonly listDecisions: RefusalWords<'meetings.listDecisions'>
  readonly recordMakeUp: RefusalWords<'meetings.recordMakeUp'>
  readonly listMakeUps: RefusalWords<'meetings.listMakeUps'>
  readonly excludeFromExpected: RefusalWords<'meetings.excludeFromExpected'>
  readonly endExclusion: RefusalWords<'meetings.endExclusion'>
  readonly listExclusions: RefusalWords<'meetings.listExclusions'>
} = {
  decideItem: {
    'no-such-meeting': noSuchMeeting,
    'meeting-signed': meetingSigned,
    'no-such-item': agendaWrong['no-such-item'],
    'no-such-person': agendaWrong['no-such-person'],
    'owner-and-day': {
      zh: '要办的事，负责人和期限都要写；不用办的，都不写。',
      en: 'What has to be done needs both an owner and a day; what has not, neither.',
    },
    'due-before-meeting': {
      zh: '期限早于会议当天（{day}）。请改期限。',
      en: 'Its day is before the meeting of {day}. Change it.',
    },
    'not-carried': {
      zh: '这一项表决没有通过，或还没有表决，不能写成决定。',
      en: 'This item was not carried, or not voted on yet: there is no decision to write down.',
    },
  },
  finishDecision: { ...decisionGone, ...dated },
  dropDecision: decisionGone,
  listDecisions: { 'no-such-unit': noSuchUnit },
  recordMakeUp: {
    'no-such-meeting': noSuchMeeting,
    'meeting-open': meetingOpen,
    'not-absent': {
      zh: '点名中这个人没有缺席，不需要补课。',
      en: 'The roll does not have this person as absent: there is nothing to make up.',
    },
    'made-up': { zh: '这个人这次会已经补过课。请刷新。', en: 'This was made up already. Reload.' },
    ...dated,
    'no-such-material': {
      zh: '所选的学习资料已经不在。请重新选择。',
      en: 'The material is no longer there. Choose again.',
    },
  },
  listMakeUps: { 'no-such-unit': noSuchUnit },
  excludeFromExpected: {
    'no-such-unit': noSuchUnit,
    'not-a-branch': {
      zh: '应到会人数以党支部计。请选党支部。',
      en: 'Those expected are a branch’s. Choose a branch.',
    },
    'no-such-person': agendaWrong['no-such-person'],
    'consent-needed': {
      zh: '不计入应到会人数，要经支部党员大会同意。请选同意这件事的那次有效的支部党员大会。',
      en: 'This needs the consent of the general meeting. Choose the valid general meeting that gave it.',
    },
    'consent-later': {
      zh: '支部党员大会 {day} 才同意。请把起始日期改到那天或以后。',
      en: 'The general meeting consented on {day}. Begin on that day or later.',
    },
    'consent-not-needed': {
      zh: '这一项以处分或强制措施的文书为准，不经支部党员大会同意。请不选会议。',
      en: 'This rests on the decision alone, not on a meeting’s consent. Choose no meeting.',
    },
    'ends-before-it-begins': endsFirst,
    'excluded-already': {
      zh: '这个人这段时间已经登记过。请先结束原来的一条。',
      en: 'This person is noted for that time already. End that one first.',
    },
  },
  endExclusion: {
    'no-such-exclusion': {
      zh: '没有这一条，或不在您的范围内。',
      en: 'There is no such entry, or it is not yours to see.',
    },
    'ends-before-it-begins': endsFirst,
  },
  listExclusions: { 'no-such-unit': noSuchUnit },
}
