import type { Selectable } from 'kysely'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Quorum } from '../rules/policy.ts'
import type { Cosigned } from '../rules/witness.ts'
import type { Journaled } from './journaled.ts'
import { checkpointsOf, type LogNo } from './restore/former.ts'
import { ask, told } from './statement.ts'

/** How the journal seals whose word the mine goes by. */
export const witnessRecord: Journaled = { table: 'witness', scope: null, person: null }
/** How the journal seals how many of them are needed. */
export const quorumRecord: Journaled = { table: 'witness_quorum', scope: null, person: null }

/** A witness of the mine, with how it goes with it. */
export type KnownWitness = {
  readonly id: Id<'witness'>
  readonly name: string
  readonly vkey: string
  readonly url: string | null
  readonly kind: 'committee' | 'phone'
  readonly since: Date
  readonly until: Date | null
  readonly whyEnded: string | null
  /** The largest checkpoint it signed, and when by its own time, in seconds since 1970. */
  readonly signed: { readonly size: number; readonly timeS: number } | null
  /** The size it signed last, as far as is known; what to go on from. */
  readonly known: number
  readonly triedAt: Date | null
  /** Why it does not sign now, and since when. */
  readonly failure: string | null
  readonly failingSince: Date | null
}

/** All witnesses there ever were, in the order they came. */
export const listWitnesses = (db: Db, mineId: string): Promise<KnownWitness[]> =>
  ask(
    db,
    `select w.id, w.name, w.vkey, w.url, w.kind, w.since, w.until, w.why_ended as "whyEnded",
       (select json_build_object('size', c.size, 'timeS', c.time_s) from journal_cosignature c
         where c.mine_id = w.mine_id and c.witness = w.name order by c.size desc limit 1) as signed,
       coalesce(d.known, 0) as known, d.tried_at as "triedAt", d.failure, d.failing_since as "failingSince"
     from witness w left join witness_delivery d on d.mine_id = w.mine_id and d.witness_id = w.id
     where w.mine_id = $1 order by w.since, w.id`,
    [mineId],
  )

/** Adds a witness. Violates a key while another one has its key, or a current one its name. */
export async function addWitness(
  tx: Tx,
  mineId: Id<'mine'>,
  witness: Pick<Selectable<Tables['witness']>, 'name' | 'vkey' | 'url' | 'kind' | 'since'>,
): Promise<Id<'witness'>> {
  const id = newId<'witness'>()
  await insertRows(tx, 'witness', [{ mine_id: mineId, id, ...witness, until: null, why_ended: null }])
  return id
}

/** Holds the mine's witnesses until the transaction ends, so that two changes of them follow one another. */
export const holdWitnesses = (tx: Tx, mineId: string): Promise<unknown> =>
  ask(tx, 'select 1 from mine where id = $1 for no key update', [mineId])

/** A witness signs no more from now on; what it signed keeps counting. */
export const endWitness = (
  tx: Tx,
  mineId: string,
  { id, reason, now }: { id: string; reason: string; now: Date },
): Promise<unknown> =>
  ask(tx, 'update witness set until = $3, why_ended = $4 where mine_id = $1 and id = $2 and until is null', [
    mineId,
    id,
    now,
    reason,
  ])

/** How many witnesses are needed now: nobody until somebody says otherwise. */
export async function findQuorum(db: Db, mineId: string): Promise<Quorum> {
  const [latest] = await ask<Quorum>(
    db,
    `select committees, phones from witness_quorum where mine_id = $1 order by recorded_at desc, id desc limit 1`,
    [mineId],
  )
  return latest ?? { committees: 0, phones: 0 }
}

/** Says how many witnesses are needed from now on. */
export async function addQuorum(
  tx: Tx,
  mineId: Id<'mine'>,
  { committees, phones, now }: Quorum & { readonly now: Date },
): Promise<Id<'witness_quorum'>> {
  const id = newId<'witness_quorum'>()
  await insertRows(tx, 'witness_quorum', [{ mine_id: mineId, id, committees, phones, recorded_at: now }])
  return id
}

/** How sending to a witness went: `known`, what it signed last; `failure`, why it did not sign now. */
export type Delivery = { readonly known: number; readonly failure: string | null }

/** Keeps how sending went. */
export const keepDelivery = (
  db: Db,
  { mineId, witnessId, now }: { mineId: string; witnessId: string; now: Date },
  { known, failure }: Delivery,
): Promise<unknown> =>
  ask(
    db,
    `insert into witness_delivery as d (mine_id, witness_id, known, tried_at, failure, failing_since)
     values ($1, $2, $3, $4, $5::text, case when $5::text is not null then $4::timestamptz end)
     on conflict (mine_id, witness_id) do update set known = excluded.known, tried_at = excluded.tried_at,
       failure = excluded.failure,
       failing_since = case when excluded.failure is not null then coalesce(d.failing_since, excluded.tried_at) end`,
    [mineId, witnessId, known, now, failure],
  )

/** Keeps a signature line that holds; the first one of a witness for a checkpoint stays. */
export const addCosignature = (
  db: Db,
  { mineId, size, now }: { mineId: string; size: number; now: Date },
  { witness, line, timeS }: Cosigned & { readonly witness: string },
): Promise<unknown> =>
  ask(
    db,
    `insert into journal_cosignature (mine_id, size, witness, line, at, time_s) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [mineId, size, witness, line, now, timeS],
  )

/** A checkpoint with the lines of those who cosigned it, ready to hand out. */
export type CosignedCheckpoint = { readonly size: number; readonly note: string }

/** The checkpoints somebody cosigned, smallest first, each with the log's signature and all lines known. */
export const listCosigned = (db: Db, mineId: string): Promise<CosignedCheckpoint[]> =>
  ask(
    db,
    `select c.size, c.note || string_agg(s.line, '' order by s.time_s, s.witness) as note
     from journal_cosignature s join journal_checkpoint c on c.mine_id = s.mine_id and c.size = s.size
     where s.mine_id = $1 group by c.mine_id, c.size, c.note order by c.size`,
    [mineId],
  )

/** The signature lines of witnesses below the checkpoint of a size; empty when there are none. */
export async function findCosignatures(db: Db, mineId: string, size: number): Promise<string> {
  const [found] = await ask<{ lines: string | null }>(
    db,
    `select string_agg(line, '' order by time_s, witness) as lines from journal_cosignature
     where mine_id = $1 and size = $2`,
    [mineId, size],
  )
  return found?.lines ?? ''
}

/** A signature line as it is kept, with its row. */
export type KeptCosignature = { readonly row: string; readonly size: number; readonly witness: string } & {
  readonly line: string
  readonly timeS: number
  readonly note: string | null
}

/** The lines kept below the checkpoints of a log, as a statement reads them. */
const cosignaturesOf = (no: LogNo): string =>
  no === null
    ? 'journal_cosignature'
    : `(select * from journal_former_cosignature where no = ${Math.trunc(no)})`

/** Every kept line with the note it stands below; null where that is gone. `no`: of one of the ended logs. */
export const listCosignatures = (db: Db, mineId: string, no: LogNo = null): Promise<KeptCosignature[]> =>
  ask(
    db,
    `select s.size::text as row, ${told('s.size')} as size, s.witness, s.line, ${told('s.time_s')} as "timeS", c.note
     from ${cosignaturesOf(no)} s left join ${checkpointsOf(no)} c on c.mine_id = s.mine_id and c.size = s.size
     where s.mine_id = $1 order by s.size, s.witness`,
    [mineId],
  )

/** The mines that send checkpoints to somebody. */
export async function listMinesWitnessed(db: Db): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    db,
    'select distinct mine_id as id from witness where until is null and url is not null',
    [],
  )
  return rows.map(({ id }) => id)
}
