import type { z } from 'zod'
import { type Day, day, dayAt, monthOf, type Span, windowsWithin } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { fen } from '../../kit/money.ts'
import { refuse } from '../../kit/refuse.ts'
import { on } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { placeOf } from '../../people/api/by.ts'
import { contract, type duesMonthShape } from '../contract.ts'
import { type DuesMonth, duesMonth } from '../rules/months.ts'
import { duesFen, owes, type Reckoning } from '../rules.ts'
import { type Corrections, listCorrections } from '../store/corrections.ts'
import { listPersonMonths, type MonthsOf, type PersonMonth } from '../store/months.ts'
import { listPaymentsOf, type NamedPayment } from '../store/payments.ts'
import { type DaysAfter, listDaysAfter } from './recorded.ts'

type ShownMonth = z.input<typeof duesMonthShape>
/** A month's dues by themselves, wherever they stand. */
type Reckoned = Omit<ShownMonth, 'branchId'>
/** Who may see the base an amount was computed from. */
type Bases = 'shown' | 'masked'

const limitOf = (upToFen: number): number | null => (Number.isFinite(upToFen) ? upToFen : null)

function showHow({ duesClass, share, clause, source }: Reckoning, bases: Bases): ShownMonth['how'] {
  return {
    duesClass,
    baseFen: share && bases === 'shown' ? share.baseFen : null,
    perMille: share?.perMille ?? null,
    overFen: share?.overFen ?? null,
    upToFen: share ? limitOf(share.upToFen) : null,
    clause,
    source,
  }
}

type Received = {
  readonly payments: readonly NamedPayment[]
  readonly corrections: Corrections
  readonly after: DaysAfter
}

function showMonth(of: DuesMonth, { payments, corrections, after }: Received, bases: Bases): Reckoned {
  const { month, duty, state, reckoning, paidFen } = of
  const dueFen = reckoning?.dueFen ?? null
  return {
    ...{ month, duty, state, dueFen, paidFen },
    differenceFen: dueFen === null ? null : paidFen - dueFen,
    how: reckoning ? showHow(reckoning, bases) : null,
    payments: payments.map(({ id, paidFen: received, paidOn, source }) => ({
      ...{ id, paidFen: received, paidOn, source, recordedAfterDays: after.get(id) ?? null },
      corrections: (corrections.get(id) ?? []).map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    })),
  }
}

/** The twelve months of a year. */
export const monthsOf = (year: number): Span[] =>
  windowsWithin({ first: day(`${year}-01-01`), last: day(`${year}-12-31`) }, 'month')

/** Whether bases are shown, and months that have not begun and for which nothing was received. */
type Manner = { readonly bases: Bases; readonly ahead?: 'shown' }

/** A person's months that have begun, and those ahead for which something was received already. */
export type PersonDues = Pick<PersonMonth, 'personId' | 'no' | 'name'> & { readonly months: ShownMonth[] }

function duesOf(
  months: readonly PersonMonth[],
  received: Received,
  today: Day,
  { bases, ahead }: Manner,
): ShownMonth[] {
  const paid = Map.groupBy(received.payments, ({ month }) => monthOf(month))
  return months.flatMap((one) => {
    const payments = paid.get(one.month) ?? []
    if (ahead !== 'shown' && one.month > monthOf(today) && payments.length === 0) return []
    const known = payments.map(({ paidFen, paidOn }) => ({ month: one.month, paidFen: fen(paidFen), paidOn }))
    const shown = showMonth(duesMonth(one, known, today), { ...received, payments }, bases)
    return [{ ...shown, branchId: one.isHere ? one.branchId : null }]
  })
}

type Asked = Manner & { readonly db: Db; readonly keys: Keys }

/** The dues of people month by month, by number. Four statements, however many they are. */
export async function listDues({ db, keys, ...manner }: Asked, of: MonthsOf): Promise<PersonDues[]> {
  const months = await listPersonMonths(db, keys, of)
  const byPerson = Map.groupBy(months, ({ personId }) => personId)
  const people = [...byPerson.keys()]
  const [from, to] = [of.months[0]?.first ?? of.today, of.months.at(-1)?.first ?? of.today]
  const listed = await listPaymentsOf(db, of.mineId, { people, from, to })
  const payments = Map.groupBy(listed, ({ personId }) => personId)
  const after = await listDaysAfter(db, of.mineId, listed)
  const corrections = await listCorrections(db, of.mineId, people)
  return [...byPerson].flatMap(([personId, own]) => {
    const [first] = own
    if (!first) return []
    const received = { payments: payments.get(personId) ?? [], corrections, after }
    const { no, name } = first
    return [{ personId, no, name, months: duesOf(own, received, of.today, manner) }]
  })
}

/** Adds amounts up; what is null counts nothing. */
export const sumOf = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)

/** The dues of a month, for whom they are owed and computable; else null (A3.2). */
export const dueOf = (of: PersonMonth | undefined): number | null =>
  of?.isMember && owes(of.joinedOn, of.month) ? (duesFen(of.duesClass, of.baseFen, of.month) ?? null) : null

export const findMine = on(contract.findMine, 'wherever-allowed', async ({ input, actor, now, tx, keys }) => {
  const { mineId, personId } = actor
  const { year } = input
  const today = dayAt(now)
  const nobody = { year, isMember: false, months: [], dueFen: 0, paidFen: 0 }
  if (!personId) return nobody
  const whose = { personId, reach: 'mine' } as const
  const [own] = await listDues(
    { db: tx, keys, bases: 'shown' },
    { mineId, whose, months: monthsOf(year), today },
  )
  const [present] = await listPersonMonths(tx, keys, {
    ...{ mineId, whose, today },
    months: [{ first: today, last: today }],
  })
  return { year, isMember: present?.isMember ?? false, ...sumsAnd(own?.months ?? []) }
})

const sumsAnd = (months: ShownMonth[]) => ({
  months,
  dueFen: sumOf(months.map(({ dueFen }) => dueFen)),
  paidFen: sumOf(months.map(({ paidFen }) => paidFen)),
})

export const listOfPerson = on(
  contract.listOfPerson,
  (asked) => placeOf(asked, asked.input.personId),
  async ({ input, actor: { mineId }, reach, now, tx, keys }) => {
    const whose = { personId: input.personId, reach }
    const asked = { mineId, whose, months: monthsOf(input.year), today: dayAt(now) }
    const [own] = await listDues({ db: tx, keys, bases: 'masked' }, asked)
    return sumsAnd(own?.months ?? [])
  },
)

const countOf = (months: readonly ShownMonth[], ...states: readonly ShownMonth['state'][]): number =>
  months.filter(({ state }) => states.includes(state)).length

/** Adds up what was owed here, month by month. */
function sumsOf(people: readonly PersonDues[]) {
  const here = people.flatMap(({ months }) => months).filter(({ duty }) => duty !== 'elsewhere')
  const byMonth = [...Map.groupBy(here, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return byMonth.map(([month, months]) => ({
    month,
    dueFen: sumOf(months.map(({ dueFen }) => dueFen)),
    paidFen: sumOf(months.map(({ paidFen }) => paidFen)),
    owing: countOf(months, 'done', 'late', 'missed', 'due'),
    settled: countOf(months, 'done', 'late'),
  }))
}

const wasHere = ({ months }: PersonDues): boolean =>
  months.some(({ duty }) => duty === 'owed' || duty === 'no-base')

export const listMonths = on(
  contract.listMonths,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const { branchId, year } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const today = dayAt(now)
    const asked = { mineId, whose: { branchId }, months: monthsOf(year), today }
    const people = (await listDues({ db: tx, keys, bases: 'masked' }, asked)).filter(wasHere)
    return { today, people, sums: sumsOf(people) }
  },
)
