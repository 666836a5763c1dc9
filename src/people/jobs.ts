import type { Erasing } from '../journal/jobs/restore.ts'
import { append, appendGone, type By } from '../journal/store/append.ts'
import type { Db, Tx } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { refuse } from '../kit/refuse.ts'
import {
  addNotice,
  deletePeople,
  erasureRecord,
  listErased,
  listPeopleIds,
  listRecordsOf,
} from './store/erase.ts'
import { personRecord } from './store/write.ts'

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

const ERASE = 'people.erase'
const AGAIN = '恢复备份后，按日志中的删除通知再次删除'

/** Who is to be erased again: those the leaves after the backup erased, and those whose key is destroyed. */
async function listUnerased(
  tx: Tx,
  { keys, mineId }: { keys: Keys; mineId: Id<'mine'> },
  told: readonly string[],
): Promise<{ readonly people: Id<'person'>[]; readonly all: string[] }> {
  keys.owners.refresh()
  const byLog = new Set(told)
  const there = await listPeopleIds(tx, mineId)
  const people = there.filter((id) => byLog.has(id) || keys.owners.find(mineId, id) === 'erased')
  const noticed = new Set((await listErased(tx)).map(({ personId }) => personId))
  return { people, all: [...new Set([...told, ...people])].filter((id) => !noticed.has(id)) }
}

/** What a restore of a mine's backup does about people who were erased after it (journal §2 and §6): they are erased again, under notice. */
export const erasingIn = (mineId: Id<'mine'>): Erasing => ({
  kind: ERASE,
  again: async (tx: Tx, by: By, told: readonly string[]) => {
    const { people, all } = await listUnerased(tx, { keys: by.keys, mineId }, told)
    for (const personId of people) {
      const [table] = await listRecordsOf(tx, { mineId, personId })
      if (table) return refuse('erased-has-records', undefined, { table })
    }
    if (people.length > 0) await deletePeople(tx, mineId, people)
    const notices: Id<'erasure'>[] = []
    for (const personId of all)
      notices.push(await addNotice(tx, { mineId, personId, accountId: null, reason: AGAIN, now: by.now }))
    await appendGone(tx, by, ERASE, personRecord, people)
    await append(tx, by, ERASE, erasureRecord, notices)
    return people.length
  },
})
