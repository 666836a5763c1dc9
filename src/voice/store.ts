import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../journal/store/journaled.ts'
import type { Reach } from '../kit/contract.ts'
import type { Day } from '../kit/day.ts'
import { insertRows } from '../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'
import { listIdsWithin } from '../org/store.ts'

type Row = Selectable<Tables['voice']>

/** How the journal seals what somebody said: with their own key. */
export const voiceRecord: Journaled = { table: 'voice', scope: 'org_id', person: 'person_id' }

/** What somebody said, and the answer once there is one. */
export type Voice = Pick<Row, 'id' | 'kind' | 'text' | 'page' | 'field'> & {
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'> | null
  readonly fromName: string
  readonly orgId: Id<'org'> | null
  readonly orgName: string | null
  readonly sentAt: string
  readonly answerBy: Day
  readonly answer: {
    readonly text: string
    readonly outcome: 'done' | 'underway' | 'declined'
    readonly at: string
    readonly byName: string
  } | null
}

type Found = Omit<Voice, 'sentAt' | 'answer'> & {
  readonly sentAt: Date
  readonly outcome: Row['outcome']
  readonly answer: string
  readonly answeredAt: Date | null
  readonly byName: string | null
}

const shown = ({ sentAt, outcome, answer, answeredAt, byName, ...said }: Found): Voice => ({
  ...said,
  sentAt: sentAt.toISOString(),
  answer:
    outcome && answeredAt
      ? { text: answer, outcome, at: answeredAt.toISOString(), byName: byName ?? '' }
      : null,
})

async function select(db: Db, mineId: Id<'mine'>, which: RawBuilder<unknown>): Promise<Voice[]> {
  const { rows } = await sql<Found>`
    select v.id, v.kind, v.text, v.page, v.field, v.account_id as "accountId", v.person_id as "personId", a.name as "fromName",
      v.org_id as "orgId", u.name as "orgName", v.recorded_at as "sentAt", v.answer_by as "answerBy", v.outcome, v.answer,
      v.answered_at as "answeredAt", b.name as "byName"
    from voice v join account a on a.mine_id = v.mine_id and a.id = v.account_id
      left join account b on b.mine_id = v.mine_id and b.id = v.answered_by
      left join org_unit u on u.mine_id = v.mine_id and u.id = v.org_id
    where v.mine_id = ${mineId} and ${which}
    order by v.id desc`.execute(db)
  return rows.map(shown)
}

/** What an account said, the latest first. */
export const listVoicesOf = (db: Db, mineId: Id<'mine'>, accountId: Id<'account'>): Promise<Voice[]> =>
  select(db, mineId, sql`v.account_id = ${accountId}`)

/** What was said within reach, and to nobody in particular only where that is the whole mine: what waits first, by the day of its answer, then what was answered last. */
export async function listVoices(db: Db, mineId: Id<'mine'>, reach: Reach): Promise<Voice[]> {
  const within = sql`v.org_id in (${listIdsWithin(mineId, reach)})`
  const all = await select(db, mineId, reach === 'mine' ? sql`true` : within)
  const waiting = all.filter(({ answer }) => !answer).reverse()
  return [...waiting, ...all.filter(({ answer }) => answer)]
}

/** One of them; undefined when the mine has none of that id. */
export const findVoice = async (db: Db, mineId: Id<'mine'>, id: Id<'voice'>): Promise<Voice | undefined> =>
  (await select(db, mineId, sql`v.id = ${id}`))[0]

/** Reads one and keeps others from answering it until this transaction ends. */
export async function holdVoice(tx: Tx, mineId: Id<'mine'>, id: Id<'voice'>): Promise<Voice | undefined> {
  await sql`select 1 from voice where mine_id = ${mineId} and id = ${id} for no key update`.execute(tx)
  return findVoice(tx, mineId, id)
}

type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** What is said. */
export type NewVoice = Pick<
  Voice,
  'kind' | 'text' | 'page' | 'field' | 'accountId' | 'personId' | 'orgId' | 'answerBy'
>

/** Adds what somebody said. */
export async function addVoice(tx: Tx, { mineId, now }: Entered, said: NewVoice): Promise<Id<'voice'>> {
  const id = newId<'voice'>()
  const { kind, text, page, field, accountId, personId, orgId, answerBy } = said
  const row: Row = {
    ...{ mine_id: mineId, id, account_id: accountId, person_id: personId, org_id: orgId },
    ...{ kind, text, page, field, answer_by: answerBy, recorded_at: now },
    ...{ outcome: null, answer: '', answered_by: null, answered_at: null },
  }
  await insertRows(tx, 'voice', [row])
  return id
}

/** An answer to give. */
export type NewAnswer = {
  readonly outcome: 'done' | 'underway' | 'declined'
  readonly text: string
  readonly by: Id<'account'>
}

/** Writes the answer. */
export async function setAnswer(
  tx: Tx,
  { mineId, now }: Entered,
  id: Id<'voice'>,
  { outcome, text, by }: NewAnswer,
): Promise<void> {
  await tx
    .updateTable('voice')
    .set({ outcome, answer: text, answered_by: by, answered_at: now })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}
