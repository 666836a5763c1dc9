import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'
import { findValue, type SealedField } from './sealed.ts'
import type { Identity, NewStanding } from './write.ts'

/** A person with what they are on a day; sealed values are opened where that was asked, else null. */
export type RosterEntry = Identity & {
  readonly id: Id<'person'>
  readonly no: string
  readonly idNumber: string | null
  readonly phone: string | null
  readonly standing: (NewStanding & { readonly id: Id<'standing'> }) | null
}

/** As of which day, and which sealed values to open. */
export type Asked = {
  readonly mineId: Id<'mine'>
  readonly on: Day
  readonly keys: FieldKeys
  readonly open: readonly SealedField[]
}

type Row = Omit<RosterEntry, 'idNumber' | 'phone' | 'standing'> & {
  readonly idNumber: Buffer | null
  readonly phone: Buffer | null
  readonly duesBase: Buffer | null
  readonly standing: Omit<NewStanding, 'duesBase'> & { readonly id: Id<'standing'> | null }
}

function entryOf({ duesBase, ...row }: Row, { mineId, keys, open }: Asked): RosterEntry {
  const owner = { mineId, personId: row.id }
  const value = (field: SealedField, sealed: Buffer | null): string | null =>
    open.includes(field) ? findValue(keys, owner, field, sealed) : null
  const { id, ...rest } = row.standing
  return {
    ...row,
    idNumber: value('idNumber', row.idNumber),
    phone: value('phone', row.phone),
    standing: id && { ...rest, id, duesBase: value('duesBase', duesBase) },
  }
}

/** Everybody of the mine, by number, with what they are on a day: what an import compares with and an export writes. */
export async function listRoster(db: Db, asked: Asked): Promise<RosterEntry[]> {
  const { mineId, on } = asked
  const { rows } = await sql<Row>`
    select p.id, p.no, p.name, p.sex, p.ethnicity, p.born_on as "bornOn", p.education, p.joined_on as "joinedOn",
      p.full_since as "fullSince", p.crew, p.note, p.source, p.id_number as "idNumber", p.phone, s.dues_base as "duesBase",
      json_build_object('id', s.id, 'personId', p.id, 'from', case when isfinite(s.from_day) then s.from_day end,
        'to', s.to_day, 'category', s.category, 'orgId', s.org_id, 'duesClass', s.dues_class, 'posts', s.posts,
        'shift', s.shift, 'source', s.source) as standing
    from person p
      left join standing s on s.mine_id = p.mine_id and s.person_id = p.id
        and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
    where p.mine_id = ${mineId}
    order by p.no`.execute(db)
  return rows.map((row) => entryOf(row, asked))
}
