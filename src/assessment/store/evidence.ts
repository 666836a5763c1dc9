import { sql } from 'kysely'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

/** A person by number, with their admission case where they have one. */
export type Named = {
  readonly id: Id<'person'>
  readonly no: string
  readonly name: string
  readonly caseId: Id<'admission_case'> | null
}

/** The people with these numbers. */
export const listPeopleByNo = (db: Db, mineId: Id<'mine'>, numbers: readonly string[]): Promise<Named[]> =>
  db
    .selectFrom('person as p')
    .leftJoin('admission_case as c', (on) =>
      on.onRef('c.mine_id', '=', 'p.mine_id').onRef('c.person_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.no', 'p.name', 'c.id as caseId'])
    .where('p.mine_id', '=', mineId)
    .where(sql<boolean>`p.no = any(${numbers}::text[])`)
    .execute()
