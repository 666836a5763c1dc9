import { sql } from 'kysely'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Block } from '../rules/blocks.ts'

/** The last change of a block: with which revision, when, and by whose account. `by` '': by a ledger that was imported. */
export type BlockChange = {
  readonly block: Block
  readonly rev: number
  readonly at: Date
  readonly by: string
}

type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

/** Block by block what was changed last, those changed at all. */
export async function listBlockChanges(db: Db, { mineId, meetingId }: Of): Promise<BlockChange[]> {
  return db
    .selectFrom('meeting_block as b')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 'b.mine_id').onRef('a.id', '=', 'b.account_id'),
    )
    .select(['b.block', 'b.rev', 'b.changed_at as at', 'a.name as by'])
    .where('b.mine_id', '=', mineId)
    .where('b.meeting_id', '=', meetingId)
    .execute()
}

/** Notes that blocks were changed with a revision. A second note for a block takes the place of the first. */
export async function setBlockChanges(
  tx: Tx,
  { mineId, meetingId }: Of,
  blocks: readonly Block[],
  change: { readonly rev: number; readonly accountId: Id<'account'>; readonly at: Date },
): Promise<void> {
  await sql`insert into meeting_block (mine_id, meeting_id, block, rev, account_id, changed_at)
    select ${mineId}, ${meetingId}, block, ${change.rev}::int, ${change.accountId}, ${change.at}
    from unnest(${blocks}::text[]) block
    on conflict (mine_id, meeting_id, block) do update
      set rev = excluded.rev, account_id = excluded.account_id, changed_at = excluded.changed_at`.execute(tx)
}
