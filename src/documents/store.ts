import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'

/** Who signs the papers of a mine: the committee at the top of its tree, or the mine's own name while there is none. */
export async function findSigner(db: Db, mineId: Id<'mine'>): Promise<string> {
  const committee = await db
    .selectFrom('org_unit')
    .select('name')
    .where('mine_id', '=', mineId)
    .where('kind', '=', 'committee')
    .where('parent_id', 'is', null)
    .orderBy('code')
    .limit(1)
    .executeTakeFirst()
  if (committee) return committee.name
  const mine = await db.selectFrom('mine').select('name').where('id', '=', mineId).executeTakeFirst()
  return mine?.name ?? ''
}
