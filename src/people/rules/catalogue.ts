import type { Clause } from '../../law/clauses.ts'

/** Why something is held. */
export const PURPOSES = ['identify', 'reach', 'membership', 'dues', 'posts', 'meetings', 'formation'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What the roster holds of a person. */
export const HELD_FIELDS = [
  'no',
  'name',
  'sex',
  'ethnicity',
  'bornOn',
  'idNumber',
  'education',
  'phone',
  'joinedOn',
  'fullSince',
  'category',
  'orgName',
  'posts',
  'crew',
  'shift',
  'duesClass',
  'duesBase',
  'note',
] as const
export type HeldField = (typeof HELD_FIELDS)[number]

/** Why a field is held, and on what that rests. A sensitive one lies encrypted and is shown masked (R10.1). */
export type Held = {
  readonly purpose: Purpose
  readonly clause: Clause
  readonly sensitive?: true
}

/** Every field the roster holds of a person, with its reason; there is none besides (R10.1, R11). */
export const CATALOGUE: Readonly<Record<HeldField, Held>> = {
  no: { purpose: 'identify', clause: 'R11' },
  name: { purpose: 'identify', clause: 'R11' },
  sex: { purpose: 'identify', clause: 'R11' },
  ethnicity: { purpose: 'identify', clause: 'R11' },
  bornOn: { purpose: 'identify', clause: 'R11' },
  idNumber: { purpose: 'identify', clause: 'R11', sensitive: true },
  education: { purpose: 'formation', clause: 'R11' },
  phone: { purpose: 'reach', clause: 'R11', sensitive: true },
  joinedOn: { purpose: 'membership', clause: 'R2' },
  fullSince: { purpose: 'membership', clause: 'R2' },
  category: { purpose: 'membership', clause: 'R2' },
  orgName: { purpose: 'membership', clause: 'R1.1' },
  posts: { purpose: 'posts', clause: 'R1.2' },
  crew: { purpose: 'meetings', clause: 'R1.3' },
  shift: { purpose: 'meetings', clause: 'R1.3' },
  duesClass: { purpose: 'dues', clause: 'R3.1' },
  duesBase: { purpose: 'dues', clause: 'R3.1', sensitive: true },
  note: { purpose: 'identify', clause: 'R11' },
}

/** What the list of the roster shows as well: those who may read the list read it, besides those who may open a person. */
export const LISTED: ReadonlySet<HeldField> = new Set<HeldField>([
  'no',
  'name',
  'sex',
  'category',
  'orgName',
  'posts',
  'crew',
  'shift',
  'duesClass',
  'education',
  'note',
  'phone',
  'joinedOn',
])
