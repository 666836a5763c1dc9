import type { Day } from '../../kit/day.ts'
import type { MeetingKind } from '../contract.ts'

/** The address of a meeting's record. */
export const meetingPath = (id: string): string => `/meetings/${id}`

/** The address where a meeting's record is corrected. */
export const changeMeetingPath = (id: string): string => `/meetings/${id}/change`

/** The address of the form for a meeting that took place, with what is known of it already. */
export function enterMeetingPath(of: {
  branchId: string
  kind?: MeetingKind
  heldOn?: Day
  orgId?: string
}): string {
  const query = new URLSearchParams({
    branch: of.branchId,
    ...(of.orgId && { org: of.orgId }),
    ...(of.kind && { kind: of.kind }),
    ...(of.heldOn && { on: of.heldOn }),
  })
  return `/meetings/new?${query.toString()}`
}
