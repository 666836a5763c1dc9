import { type Selectable, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { findNameAt } from '../../people/store/names.ts'
import type { DecisionState } from '../rules/decisions.ts'
import { sealedAt } from './signatures.ts'

type Row = Selectable<Tables['agenda_item']>
type Of = { readonly mineId: Id<'mine'>; readonly plannedId: Id<'planned_meeting'> }

/** An item of an agenda; `promise`: the open decision it takes up again. */
export type Item = {
  readonly id: Id<'agenda_item'>
  readonly no: number
  readonly kind: Row['kind']
  readonly title: string
  readonly note: string
  readonly vote: Row['vote']
  readonly personId: Id<'person'> | null
  readonly personName: string | null
  readonly promise: {
    readonly id: Id<'decision'>
    readonly text: string
    readonly ownerName: string
    readonly dueOn: Day
    readonly state: DecisionState
  } | null
}

/** An item as it is given; `id`: one that is kept. */
export type ItemGiven = Pick<Item, 'kind' | 'title' | 'note' | 'vote' | 'personId'> & {
  readonly id?: Id<'agenda_item'> | undefined
  readonly promiseId?: Id<'decision'> | null
}

/** The agenda of a planned meeting, in its order; people as the record names them once it is sealed. */
export async function listAgenda(db: Db, { mineId, plannedId }: Of): Promise<Item[]> {
  const sealed = sealedAt(
    mineId,
    sql`(select l.meeting_id from planned_meeting l where l.mine_id = ${mineId} and l.id = ${plannedId})`,
  )
  const { rows } = await sql<Item>`
    select i.id, i.no, i.kind, i.title, i.note, i.vote, i.person_id as "personId", ${findNameAt('p', sealed)} as "personName",
      case when d.id is not null then json_build_object('id', d.id, 'text', d.text, 'ownerName', ${findNameAt('o', sealed)}, 'dueOn', d.due_on, 'state', d.state) end as promise
    from agenda_item i
      left join person p on p.mine_id = i.mine_id and p.id = i.person_id
      left join decision d on d.mine_id = i.mine_id and d.id = i.promise_id
      left join person o on o.mine_id = d.mine_id and o.id = d.owner_id
    where i.mine_id = ${mineId} and i.planned_id = ${plannedId}
    order by i.no, i.id`.execute(db)
  return rows
}

const rowOf = ({ mineId, plannedId }: Of, given: ItemGiven, no: number): Row => ({
  ...{ mine_id: mineId, id: given.id ?? newId<'agenda_item'>(), planned_id: plannedId, no },
  ...{ kind: given.kind, title: given.title, note: given.note, vote: given.vote },
  ...{ person_id: given.personId, promise_id: given.promiseId ?? null },
})

/** Adds items at the end of an agenda; answers their ids in the same order. */
export async function addItems(
  tx: Tx,
  of: Of,
  given: readonly ItemGiven[],
  after: number,
): Promise<Id<'agenda_item'>[]> {
  const rows = given.map((item, at) => rowOf(of, item, after + at + 1))
  await insertRows(tx, 'agenda_item', rows)
  return rows.map(({ id }) => id)
}

/** Writes an agenda anew: items of known id are kept under it, others fall away or come in. */
export async function setAgenda(tx: Tx, of: Of, given: readonly ItemGiven[]): Promise<void> {
  await tx
    .deleteFrom('agenda_item')
    .where('mine_id', '=', of.mineId)
    .where('planned_id', '=', of.plannedId)
    .execute()
  await addItems(tx, of, given, 0)
}
