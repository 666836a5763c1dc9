import type { MeetingKind } from '../rules.ts'

/** The meetings of which absentees are given what they missed: those that teach or tell everybody (ours). */
export const MADE_UP_KINDS: readonly MeetingKind[] = [
  'generalMeeting',
  'partyLecture',
  'themeDay',
  'studyExchange',
]

/** So many days back somebody may still be owed what they missed (ours). */
export const MADE_UP_DAYS = 90
