import type { Words } from '../../kit/web/say.ts'
import type { RefusalWords } from '../../kit/web/words.ts'

const noSuchUnit: Words = {
  zh: '没有这个组织，或不在您的范围内。',
  en: 'There is no such unit, or it is not yours to see.',
}

const noSuchPlan: Words = {
  zh: '没有这次安排，或不在您的范围内。',
  en: 'There is no such planned meeting, or it is not yours to see.',
}

const recordGone = {
  'no-such-meeting': {
    zh: '没有这次会议，或不在您的范围内。',
    en: 'There is no such meeting, or it is not yours to see.',
  },
  'meeting-open': {
    zh: '会议还没有结束。请先在会议室里结束会议。',
    en: 'The meeting is not over. Close it in its room first.',
  },
} as const

export const refusals: {
  readonly roster: RefusalWords<'documents.roster'>
  readonly branchDuties: RefusalWords<'documents.branchDuties'>
  readonly overview: RefusalWords<'documents.overview'>
  readonly meetingNotice: RefusalWords<'documents.meetingNotice'>
  readonly signInSheet: RefusalWords<'documents.signInSheet'>
  readonly meetingMinutes: RefusalWords<'documents.meetingMinutes'>
  readonly meetingResolution: RefusalWords<'documents.meetingResolution'>
  readonly inspectionReport: RefusalWords<'documents.inspectionReport'>
  readonly meetingLedger: RefusalWords<'documents.meetingLedger'>
} = {
  roster: { 'no-such-unit': noSuchUnit },
  branchDuties: { 'no-such-unit': noSuchUnit },
  overview: {},
  meetingNotice: { 'no-such-plan': noSuchPlan },
  signInSheet: { 'no-such-plan': noSuchPlan },
  meetingMinutes: recordGone,
  meetingResolution: {
    ...recordGone,
    'nothing-decided': {
      zh: '这次会议没有记下决议或决定，出不了决议。请先在记录里写上。',
      en: 'No resolution or decision was written down. Write it into the record first.',
    },
  },
  inspectionReport: {
    'no-such-inspection': {
      zh: '没有这次检查，或不在您的范围内。',
      en: 'There is no such inspection, or it is not yours to see.',
    },
  },
  meetingLedger: { 'no-such-unit': noSuchUnit },
}

export const words = {
  duties: { zh: '组织生活一览', en: 'Year of duties' },
  roster: { zh: '党员名册', en: 'Roster' },
  notice: { zh: '会议通知', en: 'Notice' },
  signIn: { zh: '空白签到表', en: 'Blank sign-in sheet' },
  minutes: { zh: '会议记录', en: 'Minutes' },
  resolution: { zh: '会议决议', en: 'Resolution' },
  ledger: { zh: '会议台账', en: 'Meeting ledger' },
  inspection: { zh: '检查报告', en: 'Report' },
  overview: { zh: '各支部一览', en: 'All branches' },
} as const satisfies Record<string, Words>
