import { type Day, parseDay } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { MeetingKind } from '../../meetings/rules.ts'
import { listMeetingsByNo } from '../../meetings/store/meetings.ts'
import { listUnitsOf } from '../../meetings/store/units.ts'
import { POSTS, postName } from '../../org/rules.ts'
import { findUnit } from '../../org/store.ts'
import type { FactKey, FactName } from '../rules/fact-keys.ts'
import { isOpenWindow } from '../rules/pending.ts'
import { listPeopleByNo, type Named } from '../store/evidence.ts'
import { listTargetsOf } from '../store/targets.ts'
import {
  sayDefect,
  sayDue,
  sayMeeting,
  sayMissed,
  sayPerson,
  sayTarget,
  sayTerm,
  sayVacancy,
  sayWindow,
} from '../words/evidence.ts'
import type { Sentence } from '../words/nouns.ts'

/** A row a value was counted from, in words, with the record to open where it is one. */
export type ShownEvidence = {
  readonly id: string
  readonly label: Sentence
  readonly record: {
    readonly type: 'meeting' | 'person' | 'case' | 'target' | 'branch'
    readonly id: string
    readonly branchId: Id<'org'>
  } | null
}

/** Evidence as an answer lists it: ids of one fact of one branch. */
export type Listed = {
  readonly mineId: Id<'mine'>
  readonly branchId: Id<'org'>
  readonly fact: FactKey
  readonly ids: readonly string[]
  /** What is due until later is not missed yet. */
  readonly today: Day
}

type Show = (db: Db, listed: Listed) => Promise<ShownEvidence[]>
type Said = Omit<ShownEvidence, 'id'> | undefined

const plain = (id: string): ShownEvidence => ({ id, label: { zh: id, en: id }, record: null })
const inOrder = (ids: readonly string[], say: (id: string) => Said): ShownEvidence[] =>
  ids.map((id) => ({ ...plain(id), ...say(id) }))

const meetings: Show = async (db, { mineId, branchId, ids }) => {
  const found = new Map((await listMeetingsByNo(db, mineId, ids)).map((meeting) => [meeting.no, meeting]))
  return inOrder(ids, (no) => {
    const meeting = found.get(no)
    return meeting && { label: sayMeeting(meeting), record: { type: 'meeting', id: meeting.id, branchId } }
  })
}

const windows =
  (kind: MeetingKind): Show =>
  async (db, { mineId, branchId, ids, today }) => {
    const units = await listUnitsOf(db, { mineId, branches: [branchId] })
    const names = new Map(units.map(({ code, name }) => [code, name]))
    return inOrder(ids, (id) => {
      const [window = '', code] = id.split('@')
      const say = isOpenWindow(id, today) ? sayDue : sayMissed
      return { label: say(window, kind, code && (names.get(code) ?? code)), record: null }
    })
  }

const ofBranch = ({ branchId }: Listed): ShownEvidence['record'] => ({
  type: 'branch',
  id: branchId,
  branchId,
})
const months: Show = async (_, listed) =>
  inOrder(listed.ids, (id) => ({ label: sayWindow(id), record: ofBranch(listed) }))

const numberOf = (id: string): string => id.split('/')[0] ?? id

/** People by number; `say` tells of one of them. */
const people =
  (say: (id: string, person: Named, branchId: Id<'org'>) => Said): Show =>
  async (db, { mineId, branchId, ids }) => {
    const found = await listPeopleByNo(db, mineId, [...new Set(ids.map(numberOf))])
    const known = new Map(found.map((person) => [person.no, person]))
    return inOrder(ids, (id) => {
      const person = known.get(numberOf(id))
      return person && say(id, person, branchId)
    })
  }

const payers = people((_, { id, name, no }, branchId) => ({
  label: sayPerson(name, no),
  record: { type: 'person', id, branchId },
}))
const caseOf = ({ caseId }: Named, branchId: Id<'org'>): ShownEvidence['record'] =>
  caseId && { type: 'case', id: caseId, branchId }
const admitted = people((_, person, branchId) => ({
  label: sayPerson(person.name, person.no),
  record: caseOf(person, branchId),
}))

/** `<person>/J3@2026-07-15`. */
function defectIn(id: string): { clause: string; on: Day } | undefined {
  const [, clause, day] = /\/(J\d+)@(\d{4}-\d{2}-\d{2})$/.exec(id) ?? []
  const on = day && parseDay(day)
  return clause && on ? { clause, on } : undefined
}
const defects = people((id, person, branchId) => {
  const defect = defectIn(id)
  const label = defect && sayDefect(person.name, defect.clause, defect.on)
  return label && { label, record: caseOf(person, branchId) }
})

const terms: Show = async (db, listed) => {
  const unit = await findUnit(db, listed.mineId, listed.branchId)
  return inOrder(listed.ids, () => ({ label: sayTerm(unit?.termTo ?? null), record: ofBranch(listed) }))
}

const vacancies: Show = async (_, listed) =>
  inOrder(listed.ids, (id) => {
    const post = POSTS.find((one) => postName(one) === id)
    return post && { label: sayVacancy(post), record: ofBranch(listed) }
  })

const targets: Show = async (db, { mineId, branchId, ids }) => {
  const found = await listTargetsOf(db, { mineId, branches: [branchId] })
  const known = new Map(found.map((target) => [target.no, target]))
  return inOrder(ids, (no) => {
    const target = known.get(no)
    return (
      target && { label: sayTarget(no, target.task), record: { type: 'target', id: target.id, branchId } }
    )
  })
}

const SHOWS: Readonly<Record<Exclude<FactName, 'meeting.missed'>, Show>> = {
  'meeting.held': meetings,
  'meeting.invalid': meetings,
  'meeting.attendance': meetings,
  'meeting.late': meetings,
  'study.monthsUnplanned': months,
  'study.planDone': months,
  'study.unprepared': months,
  'dues.onTime': payers,
  'dues.arrears': payers,
  'joining.defects': defects,
  'joining.admitted': admitted,
  'org.termOverdue': terms,
  'org.vacancies': vacancies,
  'target.met': targets,
  manual: async () => [],
}

/** Says what evidence ids stand for, in their order; one whose record is gone keeps its id. */
export const showEvidence: Show = (db, listed) =>
  listed.fact.name === 'meeting.missed'
    ? windows(listed.fact.kind)(db, listed)
    : SHOWS[listed.fact.name](db, listed)
