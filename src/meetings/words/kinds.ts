import type { Words } from '../../kit/web/say.ts'
import type { MeetingKind } from '../contract.ts'

/** The kinds of meeting. */
export const meetingKindWords: Readonly<Record<MeetingKind, Words>> = {
  generalMeeting: { zh: '支部党员大会', en: 'General meeting' },
  committeeMeeting: { zh: '支部委员会', en: 'Committee meeting' },
  groupMeeting: { zh: '党小组会', en: 'Group meeting' },
  partyLecture: { zh: '党课', en: 'Party lecture' },
  themeDay: { zh: '主题党日', en: 'Themed Party day' },
  orgLifeMeeting: { zh: '组织生活会', en: 'Organisational-life meeting' },
  memberAppraisal: { zh: '民主评议党员', en: 'Appraisal of members' },
  studyExchange: { zh: '学习交流会', en: 'Study exchange' },
}

/** Why a duty does not apply, by the code of the rules. */
export const whyNotWords: Readonly<Record<string, Words>> = {
  'founded-later': { zh: '当时尚未成立', en: 'not founded yet' },
  'no-committee': { zh: '正式党员不足 7 人，不设支部委员会', en: 'fewer than 7 full members: no committee' },
  'no-groups': { zh: '没有设党小组', en: 'no Party groups' },
}

/** What a record lacks to count, by the clause it fails. */
export const failedWords: Readonly<Record<string, Words>> = {
  'A2.1': { zh: '缺日期、主持人、记录人或议题', en: 'date, chair, recorder or subject is missing' },
  'A2.2': { zh: '应到、实到人数不成立', en: 'expected and present do not fit together' },
  'A2.3': { zh: '到会不足应到的一半', en: 'fewer than half of those expected were present' },
}
