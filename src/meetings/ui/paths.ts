import type { Day, Span } from '../../kit/day.ts'
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
  /** The planned meeting it was. */
  plannedId?: string
}): string {
  const query = new URLSearchParams({
    branch: of.branchId,
    ...(of.orgId && { org: of.orgId }),
    ...(of.kind && { kind: of.kind }),
    ...(of.heldOn && { on: of.heldOn }),
    ...(of.plannedId && { planned: of.plannedId }),
  })
  return `/meetings/new?${query.toString()}`
}

/** The address of a branch’s meetings to come. */
export const plansPath = (branchId: string): string => `/plans?branch=${branchId}`

/** The address of a planned meeting. */
export const planPath = (id: string): string => `/plans/${id}`

/** The address where a planned meeting is changed. */
export const changePlanPath = (id: string): string => `/plans/${id}/change`

/** The address of the form for a meeting to come, with what is known of it already. */
export function newPlanPath(of: {
  branchId: string
  kind?: MeetingKind
  orgId?: string
  on?: Day
  /** The window of the duty it is to fill. */
  duty?: Span
}): string {
  const query = new URLSearchParams({
    branch: of.branchId,
    ...(of.orgId && { org: of.orgId }),
    ...(of.kind && { kind: of.kind }),
    ...(of.on && { on: of.on }),
    ...(of.duty && { from: of.duty.first, by: of.duty.last }),
  })
  return `/plans/new?${query.toString()}`
}

/** The address of the search over meetings. */
export const searchPath = (q: string): string => `/search?${new URLSearchParams({ q })}`

/** The address of the calendar: of a unit, or of all one may see; `month` as `2026-11`. */
export function calendarPath(of: { orgId?: string; month?: string; view?: 'year' } = {}): string {
  const query = new URLSearchParams({
    ...(of.orgId && { org: of.orgId }),
    ...(of.month && { month: of.month }),
    ...(of.view && { view: of.view }),
  }).toString()
  return `/calendar${query && `?${query}`}`
}

/** The address of the room in which a meeting is held. */
export const roomPath = (id: string): string => `/room/${id}`

/** The address of what comes after the meetings of a branch: its decisions, or another part. */
export const afterPath = (branchId: string, part = ''): string =>
  `/after?branch=${branchId}${part && `&part=${part}`}`
