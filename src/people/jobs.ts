import type { Db } from '../kit/db/db.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { listErased } from './store/erase.ts'

/**
 * Destroys the keys of people whose erasure is committed; those that are gone stay so. Afterwards and not with it: a key destroyed for an
 * erasure that then fails would take a living person's seals with it.
 */
export async function destroyKeys(db: Db, keys: Keys): Promise<void> {
  const erased = await listErased(db)
  keys.owners.refresh()
  const left = erased.filter(({ mineId, personId }) => keys.owners.find(mineId, personId) !== 'erased')
  for (const [mineId, people] of Map.groupBy(left, (one) => one.mineId))
    await keys.owners.erase(
      mineId,
      people.map(({ personId }) => personId),
    )
}
