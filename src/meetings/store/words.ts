import { type RawBuilder, sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import type { Day } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Piece, PieceKind } from '../rules/search.ts'
import { monthTerm, termsOf, unitTerm } from '../rules/search.ts'
import type { MeetingKind } from '../rules.ts'

type Named = { readonly name: string; readonly pinyin: string; readonly initials: string }

type Source = {
  readonly id: Id<'meeting'>
  readonly orgId: Id<'org'>
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly isOpen: boolean
  readonly written: Readonly<Record<'subject' | 'resolution' | 'absence' | 'place', string>>
  readonly titled: Readonly<Record<'chair' | 'recorder' | 'lecturer', string>>
  readonly agenda: readonly string[]
  readonly minutes: readonly string[]
  readonly decisions: readonly string[]
  readonly addenda: readonly string[]
  readonly guests: readonly string[]
  readonly owners: readonly Named[]
  readonly attended: readonly Named[]
}

const namedOf = `json_build_object('name', p.name, 'pinyin', p.pinyin, 'initials', p.initials)`

/** Everything that is searched of meetings. One statement. */
async function listSources(db: Db, mineId: Id<'mine'>, ids: readonly string[]): Promise<Source[]> {
  const { rows } = await sql<Source>`
    select m.id, m.org_id as "orgId", m.kind, m.held_on as "heldOn", m.room_state is not distinct from 'open' as "isOpen",
      json_build_object('subject', m.subject, 'resolution', m.resolution, 'absence', m.absence, 'place', m.place) as written,
      json_build_object('chair', m.chair, 'recorder', m.recorder, 'lecturer', m.lecturer) as titled,
      array(select i.title || case when i.note = '' then '' else E'\n' || i.note end from planned_meeting q
        join agenda_item i on i.mine_id = q.mine_id and i.planned_id = q.id
        where q.mine_id = m.mine_id and q.meeting_id = m.id order by i.no) as agenda,
      array(select n.text from minute n where n.mine_id = m.mine_id and n.meeting_id = m.id order by n.id) as minutes,
      array(select d.text from decision d where d.mine_id = m.mine_id and d.meeting_id = m.id order by d.id) as decisions,
      array(select a.text from addendum a where a.mine_id = m.mine_id and a.meeting_id = m.id order by a.id) as addenda,
      array(select g.name from guest g where g.mine_id = m.mine_id and g.meeting_id = m.id order by g.id) as guests,
      (select coalesce(json_agg(${sql.raw(namedOf)} order by p.no), '[]') from decision d
        join person p on p.mine_id = d.mine_id and p.id = d.owner_id
        where d.mine_id = m.mine_id and d.meeting_id = m.id) as owners,
      (select coalesce(json_agg(${sql.raw(namedOf)} order by p.no), '[]') from attendance t
        join person p on p.mine_id = t.mine_id and p.id = t.person_id
        where t.mine_id = m.mine_id and t.meeting_id = m.id and t.state = 'present') as attended
    from meeting m where m.mine_id = ${mineId} and m.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

const sounds = new Map<string, readonly string[]>()
const MOST_SOUNDS = 20_000

/** How a name is found by letters: whole, by its initials, and by what follows the surname. */
function soundsOf(name: string): readonly string[] {
  const known = sounds.get(name)
  if (known) return known
  const read = pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head' })
  const plain = read.map((sound) => sound.toLowerCase().replace(/[^a-z0-9]/g, '')).filter(Boolean)
  const found = [plain.join(''), plain.map((sound) => sound.charAt(0)).join(''), plain.slice(1).join('')]
  const kept = [...new Set(found.filter((sound) => sound.length > 1))]
  if (sounds.size < MOST_SOUNDS) sounds.set(name, kept)
  return kept
}

const findNameAt = (at: PieceKind, name: string): Piece => ({ at, text: name, sounds: soundsOf(name) })

/** Somebody of the roster: found as the roster has their letters, and by the given name. */
const namedAt = (at: PieceKind, { name, pinyin: whole, initials }: Named): Piece => ({
  ...{ at, text: name },
  sounds: [...new Set([whole, initials, ...soundsOf(name)].filter((sound) => sound.length > 1))],
})

const all = (at: PieceKind, texts: readonly string[]): Piece[] => texts.map((text) => ({ at, text }))

/** The pieces of a record in the order in which they are shown. */
function piecesOf({ written, titled, ...source }: Source): Piece[] {
  const { subject, resolution, absence, place } = written
  const { chair, recorder, lecturer } = titled
  const pieces = [
    ...all('subject', [subject]),
    ...all('agenda', source.agenda),
    ...all('minutes', source.minutes),
    ...all('decision', source.decisions),
    ...all('resolution', [resolution]),
    ...all('addendum', source.addenda),
    ...[findNameAt('chair', chair), findNameAt('recorder', recorder), findNameAt('lecturer', lecturer)],
    ...source.owners.map((one) => namedAt('owner', one)),
    ...source.attended.map((one) => namedAt('attended', one)),
    ...source.guests.map((one) => findNameAt('guest', one)),
    ...all('absence', [absence]),
    ...all('place', [place]),
  ]
  return pieces.filter(({ text }) => text !== '')
}

/** A row of the index; `terms` with a blank between. */
export type WordsRow = {
  readonly meetingId: Id<'meeting'>
  readonly orgId: Id<'org'>
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly pieces: readonly Piece[]
}

/** Writes rows of the index, in place of those of the same meetings. One statement. */
export async function putWords(tx: Tx, mineId: Id<'mine'>, rows: readonly WordsRow[]): Promise<void> {
  if (rows.length === 0) return
  const columns = {
    ids: rows.map(({ meetingId }) => meetingId),
    units: rows.map(({ orgId }) => orgId),
    kinds: rows.map(({ kind }) => kind),
    days: rows.map(({ heldOn }) => heldOn),
    pieces: rows.map(({ pieces }) => JSON.stringify(pieces)),
    terms: rows.map(({ pieces, orgId, heldOn }) =>
      [...termsOf(pieces), monthTerm(heldOn), unitTerm(orgId)].join(' '),
    ),
  }
  await sql`
    insert into meeting_text (mine_id, meeting_id, org_id, kind, held_on, pieces, terms)
    select ${mineId}, n.id, n.unit, n.kind, n.day, n.pieces::jsonb, array_to_tsvector(string_to_array(n.terms, ' '))
    from unnest(${columns.ids}::uuid[], ${columns.units}::uuid[], ${columns.kinds}::text[], ${columns.days}::date[],
      ${columns.pieces}::text[], ${columns.terms}::text[]) n (id, unit, kind, day, pieces, terms)
    on conflict (mine_id, meeting_id) do update set org_id = excluded.org_id, kind = excluded.kind,
      held_on = excluded.held_on, pieces = excluded.pieces, terms = excluded.terms`.execute(tx)
}

/** Brings the words of meetings up to their records; of one that is still open nothing is kept. */
export async function refreshWords(tx: Tx, mineId: Id<'mine'>, ids: readonly string[]): Promise<void> {
  const sources = await listSources(tx, mineId, ids)
  const open = sources.filter(({ isOpen }) => isOpen).map(({ id }) => id)
  if (open.length > 0)
    await sql`delete from meeting_text where mine_id = ${mineId} and meeting_id = any(${open}::uuid[])`.execute(
      tx,
    )
  const rows = sources
    .filter(({ isOpen }) => !isOpen)
    .map((source): WordsRow => {
      const { id, orgId, kind, heldOn } = source
      return { meetingId: id, orgId, kind, heldOn, pieces: piecesOf(source) }
    })
  await putWords(tx, mineId, rows)
}

type Concerned = (mineId: Id<'mine'>, subjects: readonly string[]) => RawBuilder<{ id: Id<'meeting'> }>

const itsMeeting =
  (table: string): Concerned =>
  (mineId, ids) =>
    sql`select meeting_id as id from ${sql.table(table)}
      where mine_id = ${mineId} and id = any(${ids}::uuid[]) and meeting_id is not null`

/** How the meetings whose words a change concerns are found, by the table of the record it changed. */
const CONCERNED: Readonly<Record<string, Concerned>> = {
  meeting: (mineId, ids) =>
    sql`select id from meeting where mine_id = ${mineId} and id = any(${ids}::uuid[])`,
  planned_meeting: itsMeeting('planned_meeting'),
  minute: itsMeeting('minute'),
  decision: itsMeeting('decision'),
  addendum: itsMeeting('addendum'),
  person: (mineId, ids) => sql`
    select meeting_id as id from attendance where mine_id = ${mineId} and person_id = any(${ids}::uuid[])
    union select meeting_id from decision where mine_id = ${mineId} and owner_id = any(${ids}::uuid[])`,
}

/** The meetings whose words a change of records of a table concerns; none of most tables. */
export async function listConcerned(
  db: Db,
  mineId: Id<'mine'>,
  { record, subjects }: { readonly record: string; readonly subjects: readonly string[] },
): Promise<Id<'meeting'>[]> {
  const concerned = CONCERNED[record]
  return concerned ? (await concerned(mineId, subjects).execute(db)).rows.map(({ id }) => id) : []
}

/** Every mine there is. */
export async function listMines(db: Db): Promise<Id<'mine'>[]> {
  const rows = await db.selectFrom('mine').select('id').execute()
  return rows.map(({ id }) => id)
}
