import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Acknowledged } from './writers.ts'
import type { Drawable } from './writes.ts'

/** How each kind of record looks with its parts, in the words of `Write.expected`; `tag` finds the write. */
const LOOKS: Record<Drawable, string> = {
  'org.addUnit': `
    select id, note as tag, json_build_object('code', code, 'name', name, 'kind', kind, 'parentId', parent_id,
      'above', (select count(*) from org_path p where p.mine_id = t.mine_id and p.org_id = t.id)) as found
    from org_unit t`,
  'people.addPerson': `
    select id, note as tag, json_build_object('no', no, 'name', name, 'standings', (
      select json_agg(json_build_object('orgId', org_id, 'category', category, 'from', from_day,
        'hasBase', dues_base is not null)) from standing s where s.mine_id = t.mine_id and s.person_id = t.id)) as found
    from person t`,
  'meetings.enterMeeting': `
    select id, subject as tag, json_build_object('orgId', org_id, 'kind', kind, 'heldOn', held_on,
      'resolution', resolution, 'expected', expected, 'present', present, 'roll', (
      select json_agg(json_build_object('personId', person_id, 'state', state, 'reason', reason) order by person_id)
      from attendance a where a.mine_id = t.mine_id and a.meeting_id = t.id)) as found
    from meeting t`,
  'dues.recordPayment': `
    select id, person_id || ' ' || paid_on as tag, json_build_object('personId', person_id,
      'month', to_char(month, 'YYYY-MM'), 'paidFen', paid_fen, 'paidOn', paid_on) as found
    from dues_payment t`,
}

type Row = { readonly id: string; readonly tag: string; readonly found: unknown }

function checkWrite({ key, name, answer, expected }: Acknowledged, rows: readonly Row[]): string[] {
  const [row] = rows
  if (!row) return [`${key}: ${name} was acknowledged and is lost`]
  if (rows.length > 1) return [`${key}: ${name} is there ${rows.length} times`]
  const { id }: { id: string } = JSON.parse(answer)
  if (id !== row.id) return [`${key}: ${name} was answered with ${id} and is ${row.id}`]
  if (isDeepStrictEqual(row.found, expected)) return []
  return [`${key}: ${name} is ${JSON.stringify(row.found)}, not ${JSON.stringify(expected)}`]
}

/** Every acknowledged write is there once, whole, with all its parts; and no other is. */
async function checkRecords(db: pg.Client, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const facts: string[] = []
  for (const [name, look] of Object.entries(LOOKS)) {
    const { rows } = await db.query<Row>(look)
    const byTag = Map.groupBy(rows, ({ tag }) => tag)
    const writes = acknowledged.filter((write) => write.name === name)
    for (const write of writes) facts.push(...checkWrite(write, byTag.get(write.tag) ?? []))
    const known = new Set(['', ...writes.map(({ tag }) => tag)])
    const strays = rows.filter(({ tag }) => !known.has(tag))
    for (const { id, tag } of strays)
      facts.push(`${name}: ${id} (${tag}) is there and was never acknowledged`)
  }
  return facts
}

const ENTRIES = `
  select e.subject as id, e.at, array_agg(e.kind || ' ' || e.rev) as entries, count(l.idx)::int as leaves
  from journal_entry e left join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
  where e.kind = any($1) group by e.subject, e.at`

type Entry = { readonly id: string; readonly at: Date; readonly entries: string[]; readonly leaves: number }

/** Every record has one entry, of its first revision, with one leaf; and no entry is without its record. */
function checkEntries(
  entries: readonly Entry[],
  acknowledged: readonly Acknowledged[],
  made: number,
): string[] {
  const facts: string[] = []
  const byId = Map.groupBy(entries, ({ id }) => id)
  for (const { key, name, answer } of acknowledged) {
    const { id }: { id: string } = JSON.parse(answer)
    const own = byId.get(id) ?? []
    byId.delete(id)
    const told = own.flatMap((entry) => entry.entries)
    if (!isDeepStrictEqual(told, [`${name} 1`])) facts.push(`${key}: entries [${told.join(', ')}], not one`)
    const leaves = own.reduce((sum, entry) => sum + entry.leaves, 0)
    if (leaves !== 1) facts.push(`${key}: ${leaves} leaves, not one`)
  }
  const strays = byId.size - made
  return strays === 0 ? facts : [...facts, `${strays} records have entries and were never acknowledged`]
}

const KEYS = `select key, count(*)::int as times from idempotency where key like 'write-%' group by key`
const WAITING = `select (select count(*) from journal_pending)::int as waiting,
  (select count(*) from journal_leaf)::int as leaves, (select max(size) from journal_head)::int as head,
  (select max(size) from journal_checkpoint)::int as signed`

async function checkKeys(db: pg.Client, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const { rows } = await db.query<{ key: string; times: number }>(KEYS)
  const times = new Map(rows.map((row) => [row.key, row.times]))
  const wrong = acknowledged.filter(({ key }) => times.get(key) !== 1)
  const facts = wrong.map(({ key }) => `${key}: ${times.get(key) ?? 0} answers kept, not one`)
  const more = rows.length - (acknowledged.length - wrong.length)
  return more === 0 ? facts : [...facts, `${more} answers are kept that nobody was given`]
}

async function checkLog(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<Record<'waiting' | 'leaves' | 'head' | 'signed', number>>(WAITING)
  const [log] = rows
  if (log && log.waiting === 0 && log.leaves === log.head && log.leaves === log.signed) return []
  return [`after a clean end the log is not whole and signed: ${JSON.stringify(log)}`]
}

/** What was found, and how many writes had been done when they were asked again. */
export type Checked = { readonly facts: readonly string[]; readonly doneBefore: number }

/**
 * Holds the database against what the writers were told. `made`: how many records of the same kinds were there before they began.
 */
export async function check(
  db: pg.Client,
  acknowledged: readonly Acknowledged[],
  made: number,
): Promise<Checked> {
  const { rows: entries } = await db.query<Entry>(ENTRIES, [Object.keys(LOOKS)])
  const facts = [
    ...(await checkRecords(db, acknowledged)),
    ...checkEntries(entries, acknowledged, made),
    ...(await checkKeys(db, acknowledged)),
    ...(await checkLog(db)),
  ]
  const writtenAt = new Map(entries.map(({ id, at }) => [id, at]))
  const doneBefore = acknowledged.filter(({ answer, begun }) => {
    const { id }: { id: string } = JSON.parse(answer)
    return (writtenAt.get(id) ?? begun) < begun
  })
  return { facts, doneBefore: doneBefore.length }
}

/** Every checkpoint that somebody outside was shown is kept, letter by letter. */
export async function checkSeen(db: pg.Client, seen: ReadonlyMap<number, string>): Promise<string[]> {
  const { rows } = await db.query<{ size: string; note: string }>('select size, note from journal_checkpoint')
  const kept = new Map(rows.map(({ size, note }) => [Number(size), note]))
  const lost = [...seen].filter(([size, note]) => kept.get(size) !== note)
  return lost.map(([size]) => `the checkpoint of ${size} was shown and is not kept`)
}
