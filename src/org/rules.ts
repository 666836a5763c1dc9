import { type Day, daysBetween } from '../kit/day.ts'
import { type Refused, refuse } from '../kit/refuse.ts'
import { ruleAt } from '../law/table.ts'

/** The kinds of organisation (R1.1). */
export const ORG_KINDS = [
  'committee',
  'generalBranch',
  'branch',
  'jointBranch',
  'temporaryBranch',
  'partyGroup',
] as const
export type OrgKind = (typeof ORG_KINDS)[number]

/** The kinds that are branches (R1.1). */
export const BRANCH_KINDS = ['branch', 'jointBranch', 'temporaryBranch'] as const satisfies readonly OrgKind[]

/** Their official names. */
export const ORG_KIND_NAMES: Readonly<Record<OrgKind, string>> = {
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  jointBranch: '联合党支部',
  temporaryBranch: '临时党支部',
  partyGroup: '党小组',
}

/** Reads a kind by its official name; undefined for anything else. */
export const orgKindOf = (text: string): OrgKind | undefined =>
  ORG_KINDS.find((kind) => ORG_KIND_NAMES[kind] === text)

/** Under which kinds each kind may stand; `top`: under nobody (R1.1). */
const PARENTS: Readonly<Record<OrgKind, readonly (OrgKind | 'top')[]>> = {
  committee: ['top', 'committee'],
  generalBranch: ['top', 'committee'],
  branch: ['top', 'committee', 'generalBranch'],
  jointBranch: ['top', 'committee', 'generalBranch'],
  temporaryBranch: ['top', 'committee', 'generalBranch'],
  partyGroup: BRANCH_KINDS,
}

/** What is decided when a unit is placed or its term is written. */
export type Placed = {
  readonly kind: OrgKind
  readonly parentKind?: OrgKind | undefined
  readonly termFrom?: Day | undefined
  readonly termTo?: Day | undefined
}

/** Whether a unit may stand where it is put, for the term it is given; a term may be one day long (R1.1, R1.2). */
export function placeUnit({
  kind,
  parentKind,
  termFrom,
  termTo,
}: Placed): 'placed' | Refused<'wrong-parent' | 'term-backwards'> {
  if (!PARENTS[kind].includes(parentKind ?? 'top')) return refuse('wrong-parent', 'R1.1', { kind })
  if (termFrom && termTo && termTo < termFrom) return refuse('term-backwards', 'R1.2')
  return 'placed'
}

/** Whether a unit would be its own ancestor if it stood under `parent`. `parentOf` answers the tree as it is; ends also where that has a circle. */
export function wouldCircle<Unit>(
  unit: Unit,
  parent: Unit | undefined,
  parentOf: (unit: Unit) => Unit | undefined,
): boolean {
  const passed = new Set<Unit>()
  for (let above = parent; above !== undefined && !passed.has(above); above = parentOf(above)) {
    if (above === unit) return true
    passed.add(above)
  }
  return false
}

const ASSESSED: readonly OrgKind[] = ['branch', 'jointBranch']

/** Whether a unit is assessed for a period: a branch or joint branch not founded after its last day; no founding day means always there (A1.4). */
export const isAssessed = (unit: { kind: OrgKind; founded?: Day | undefined }, lastDay: Day): boolean =>
  ASSESSED.includes(unit.kind) && (unit.founded === undefined || unit.founded <= lastDay)

/** The unit that a unit's records belong to: a group's is the one directly above it, any other's its own (A1.6). */
export const ownerOf = <Unit>(unit: {
  id: Unit
  kind: OrgKind
  parentId?: Unit | undefined
}): Unit | undefined => (unit.kind === 'partyGroup' ? unit.parentId : unit.id)

/** The posts in a branch (R1.2). */
export const POSTS = [
  'secretary',
  'deputySecretary',
  'orgCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'youthCommissioner',
  'productionCommissioner',
  'groupLeader',
] as const
export type Post = (typeof POSTS)[number]

/** How each post is written; the first word is the official one. 副书记 is no 书记 (A3.3). */
const POST_WORDS: Readonly<Record<Post, readonly [string, ...string[]]>> = {
  secretary: ['书记', '支部书记', '党支部书记'],
  deputySecretary: ['副书记', '支部副书记', '党支部副书记'],
  orgCommissioner: ['组织委员'],
  publicityCommissioner: ['宣传委员'],
  disciplineCommissioner: ['纪检委员'],
  youthCommissioner: ['青年委员'],
  productionCommissioner: ['生产委员'],
  groupLeader: ['党小组长', '党小组组长', '小组长', '组长'],
}

/** The official name of a post, as it stands in evidence: 纪检委员. */
export const postName = (post: Post): string => POST_WORDS[post][0]

/** The posts a text such as `支部书记兼组织委员、青年委员` names, each once; words that are no post are passed over (A3.3). */
export function postsIn(text: string): Post[] {
  const words = text.split(/[、,，/兼\s]+/u)
  const found = words.map((word) => POSTS.find((post) => POST_WORDS[post].includes(word)))
  return [...new Set(found)].filter((post) => post !== undefined)
}

const COMMITTEE_POSTS: readonly Post[] = [
  'secretary',
  'orgCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
]

/** The posts that must have a holder: four where the full members make a committee, else the secretary (A3.3). */
export const requiredPosts = (fullMembers: number, on: Day): readonly Post[] =>
  fullMembers >= ruleAt('branch.committeeFrom', on) ? COMMITTEE_POSTS : ['secretary']

/** The required posts that none of the members of the branch holds, given what each of them has under 党内职务 (A3.3). */
export function vacancies(fullMembers: number, postTexts: readonly string[], on: Day): Post[] {
  const held = new Set(postTexts.flatMap(postsIn))
  return requiredPosts(fullMembers, on).filter((post) => !held.has(post))
}

/** Whole days from the end of term to the last day of a period; 0 if not past, n/a if no end is recorded (A3 org.termOverdue). */
export const daysOverdue = (termTo: Day | undefined, lastDay: Day): number | 'n/a' =>
  termTo === undefined ? 'n/a' : Math.max(0, daysBetween(termTo, lastDay))

/** Where a term stands. `days` counts to its end, or since; `reminder` is the one last passed: 180, 90 or 30 days before (R1.2). */
export type TermStanding =
  | { readonly state: 'unrecorded' }
  | { readonly state: 'running' | 'overdue'; readonly days: number }
  | { readonly state: 'ending'; readonly days: number; readonly reminder: number }

/** A term is ending from 180 days before its last day, and overdue from the day after it (R1.2). */
export function termStanding(termTo: Day | undefined, today: Day): TermStanding {
  if (termTo === undefined) return { state: 'unrecorded' }
  const days = daysBetween(today, termTo)
  if (days < 0) return { state: 'overdue', days: -days }
  const reminder = ruleAt('term.reminders', today).findLast((before) => days <= before)
  return reminder === undefined ? { state: 'running', days } : { state: 'ending', days, reminder }
}
