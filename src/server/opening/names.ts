import { listTitles } from '../../evidence/store/inspection-links.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listUnits } from '../../org/store.ts'
import { listNamesOf } from '../../people/store/find.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ids that stand in fields of a record, its own apart. */
export const idsIn = (values: readonly unknown[], own: string): string[] => [
  ...new Set(values.filter((one): one is string => typeof one === 'string' && ID.test(one) && one !== own)),
]

/** What ids are called: people, units, and records with a line that says what they are about. */
export async function listNames(
  db: Db,
  mineId: Id<'mine'>,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const people = await listNamesOf(db, mineId, ids)
  const units = (await listUnits(db, mineId, 'mine')).filter(({ id }) => ids.includes(id))
  const titles = await listTitles(db, mineId, ids)
  return Object.fromEntries([...titles, ...units.map(({ id, name }) => [id, name] as const), ...people])
}
