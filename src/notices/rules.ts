/** What somebody is told. */
export const NOTICE_KINDS = [
  'meetingPlanned',
  'meetingChanged',
  'meetingCancelled',
  'leaveAnswered',
  'voiceAnswered',
  'caseMoved',
  'unmasked',
  'digest',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a notice's sentences name. */
export type Facts = Readonly<Record<string, string | number>>

/** Notices are shown for so many days. */
export const SHOWN_DAYS = 90
