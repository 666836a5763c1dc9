import { type RawBuilder, sql } from 'kysely'

/**
 * What a person was called at a moment, as SQL. `alias`: how the statement calls the person's row; `at`: the moment, null where what they are
 * called now is meant.
 */
export const findNameAt = (alias: string, at: RawBuilder<Date | null>): RawBuilder<string> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<string>`coalesce((select f.name from former_name f
    where f.mine_id = ${of('mine_id')} and f.person_id = ${of('id')} and f.until > ${at} order by f.until limit 1), ${of('name')})`
}
