import { type Refused, refuse } from '../../kit/refuse.ts'
import { BRANCH_KINDS, type OrgKind } from '../../org/rules.ts'

/** What somebody is in a part of the tree. */
export const ROLES = [
  'member',
  'worker',
  'groupLeader',
  'commissioner',
  'secretary',
  'committeeStaff',
  'inspector',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const
export type Role = (typeof ROLES)[number]

/** Three offices that nobody may hold two of (R10.2). */
export const ADMINISTRATORS = [
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const satisfies readonly Role[]

/** Whether a role is one of the three administrators'. */
export const isAdministrator = (role: string): boolean => ADMINISTRATORS.some((one) => one === role)

const UPPER = ['committee', 'generalBranch'] as const

/** Over which kinds of unit a role is held; `mine`: over everything. */
const HELD_OVER: Readonly<Record<Role, readonly (OrgKind | 'mine')[]>> = {
  member: BRANCH_KINDS,
  worker: BRANCH_KINDS,
  groupLeader: ['partyGroup'],
  commissioner: BRANCH_KINDS,
  secretary: [...UPPER, ...BRANCH_KINDS],
  committeeStaff: ['mine', ...UPPER],
  inspector: ['mine', ...UPPER, ...BRANCH_KINDS],
  systemAdmin: ['mine'],
  securityAdmin: ['mine'],
  auditAdmin: ['mine'],
}

/** Whether a role may be given over a unit of this kind, or over the mine: no unit where one is needed, or the other way round, is refused (R10.2). */
export function placeOffice(
  role: Role,
  over: OrgKind | 'mine',
): 'placed' | Refused<'unit-needed' | 'wrong-unit'> {
  if (HELD_OVER[role].includes(over)) return 'placed'
  return refuse(over === 'mine' ? 'unit-needed' : 'wrong-unit', 'R10.2', { role })
}

/** An administrator holds that one office and no other: who keeps the rights keeps no records (R10.2). */
export function joinOffices(held: readonly string[], role: Role): 'allowed' | Refused<'one-administrator'> {
  const alone = isAdministrator(role) ? held.length === 0 : !held.some(isAdministrator)
  return alone ? 'allowed' : refuse('one-administrator', 'R10.2', { role })
}

const MINUTE_MS = 60_000
/** A session ends for good after this long. */
export const SESSION_LIFE_MS = 30 * 24 * 60 * MINUTE_MS
/** `seen_at` is written at most this often. */
export const SEEN_EVERY_MS = MINUTE_MS
const IDLE_MS = { staff: 30 * MINUTE_MS, branch: 12 * 60 * MINUTE_MS }

const WATCHED: readonly string[] = ['committeeStaff', 'inspector', ...ADMINISTRATORS]

/** How long a session may lie idle: half an hour for staff and administrators, half a day for people of a branch (R10.2). */
export const idleLimitMs = (roles: readonly string[]): number =>
  roles.some((role) => WATCHED.includes(role)) ? IDLE_MS.staff : IDLE_MS.branch
