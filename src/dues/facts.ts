import { sql } from 'kysely'
import { addMonths, type Day, monthOf, type Window, windowsWithin } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { ruleAt } from '../law/table.ts'
import {
  countingRows,
  evidenceFrom,
  type FactSource,
  type FactValue,
  readOnce,
  type Scope,
  shareOf,
} from '../org/facts.ts'
import { duesFen, lacksBase, owes } from './rules.ts'
import { listPayers, type Payer } from './store/payers.ts'

/** The facts of dues; the amounts rest on sealed bases, so they need the keys. */
export type DuesFacts = {
  readonly onTime: FactSource
  readonly arrears: FactSource
  /** Members whose dues cannot be computed, left out of both facts and always named, by number (A3.2). */
  readonly listExcluded: (db: Db, scope: Scope) => Promise<Payer[]>
}

/** What one person owes for one month. */
type Owed = { readonly personId: Id<'person'>; readonly month: Window; readonly dueFen: number }

function owedBy({ personId, joinedOn, duesClass, baseFen }: Payer, months: readonly Window[]): Owed[] {
  return months.flatMap((month) => {
    const due = duesFen(duesClass, baseFen, monthOf(month.first))
    return due !== undefined && owes(joinedOn, monthOf(month.first)) ? [{ personId, month, dueFen: due }] : []
  })
}

type Kept = { readonly personId: Id<'person'>; readonly of: number; readonly onTime: number }

/** By person: months owed, and those whose payments up to the month's last day reach the amount (A3.2). One statement. */
async function countOnTime(db: Db, mineId: Id<'mine'>, owed: readonly Owed[]): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select person_id as "personId", count(*)::int as of, (count(*) filter (where paid >= due))::int as "onTime"
    from (
      select w.person_id, w.due, coalesce(sum(p.paid_fen), 0) as paid
      from unnest(${owed.map((one) => one.personId)}::uuid[], ${owed.map((one) => one.month.first)}::date[],
          ${owed.map((one) => one.month.last)}::date[], ${owed.map((one) => one.dueFen)}::bigint[])
          as w(person_id, month, last, due)
        left join dues_payment p on p.mine_id = ${mineId} and p.person_id = w.person_id and p.month = w.month
          and p.paid_on <= w.last
      group by w.person_id, w.month, w.due) months
    group by person_id`.execute(db)
  return rows
}

/** The payers with no money at all for so many months in a row, the last of them wholly inside the span (A3). One statement. */
async function listInArrears(
  db: Db,
  { mineId, span }: Scope,
  payers: readonly Payer[],
): Promise<Set<Id<'person'>>> {
  const back = ruleAt('dues.arrearsMonths', span.last) - 1
  const months = windowsWithin(span, 'month').map(({ first }) => ({ first, from: addMonths(first, -back) }))
  const owedFrom = payers.map(({ joinedOn }): Day | '-infinity' => joinedOn ?? '-infinity')
  const { rows } = await sql<{ personId: Id<'person'> }>`
    select distinct w.person_id as "personId"
    from unnest(${payers.map(({ personId }) => personId)}::uuid[], ${owedFrom}::date[]) as w(person_id, owed_from)
      join unnest(${months.map(({ from }) => from)}::date[], ${months.map(({ first }) => first)}::date[]) as m(first, last)
        on m.first >= date_trunc('month', w.owed_from)
        and m.first >= (select min(month) from dues_payment where mine_id = ${mineId})
      left join (
        select person_id, month from dues_payment
        where mine_id = ${mineId} and paid_on <= ${span.last}
          and month between ${months.at(0)?.from ?? span.last} and ${span.last}
        group by person_id, month having sum(paid_fen) > 0) p
        on p.person_id = w.person_id and p.month between m.first and m.last
    group by w.person_id, m.first
    having count(p.month) = 0`.execute(db)
  return new Set(rows.map(({ personId }) => personId))
}

const canPay = ({ duesClass, baseFen }: Payer): boolean => !lacksBase(duesClass, baseFen)

/** `dues.onTime`, `dues.arrears` and who is left out of both (A3, A3.2). Opening the bases costs more than all the rest: it is done once. */
export function duesFacts(keys: Keys): DuesFacts {
  const payersOf = readOnce((db, { mineId, branches, span }) =>
    listPayers(db, keys, { mineId, branches, on: span.last }),
  )

  const listKept = readOnce(async (db, scope): Promise<(Payer & Kept)[]> => {
    const payers = new Map((await payersOf(db, scope)).map((payer) => [payer.personId, payer]))
    const months = windowsWithin(scope.span, 'month')
    const owed = [...payers.values()].flatMap((payer) => owedBy(payer, months))
    return (await countOnTime(db, scope.mineId, owed)).flatMap((kept) => {
      const payer = payers.get(kept.personId)
      return payer ? [{ ...payer, ...kept }] : []
    })
  })

  return {
    onTime: {
      count: async (db, scope) => {
        const kept = Map.groupBy(await listKept(db, scope), ({ branchId }) => branchId)
        return new Map(scope.branches.map((id) => [id, keptShare(kept.get(id) ?? [])]))
      },
      listEvidence: async (db, scope) => {
        const late = (await listKept(db, scope)).filter(({ of, onTime }) => onTime < of)
        return evidenceFrom(late.map(({ branchId, no }) => ({ branchId, id: no })))
      },
    },
    arrears: countingRows(async (db, scope) => {
      const payers = (await payersOf(db, scope)).filter(canPay)
      const inArrears = await listInArrears(db, scope, payers)
      return payers
        .filter(({ personId }) => inArrears.has(personId))
        .map(({ branchId, no }) => ({ branchId, id: no }))
    }),
    listExcluded: async (db, scope) => (await payersOf(db, scope)).filter((payer) => !canPay(payer)),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const keptShare = (kept: readonly Kept[]): FactValue =>
  shareOf(sum(kept.map(({ onTime }) => onTime)), sum(kept.map((one) => one.of)))
