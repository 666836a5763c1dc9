import { listSignedIn, type SignedIn } from '../../access/store/gate.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Gate } from '../../kit/server/serve.ts'
import { type Change, listChanges, listSizes, MOST_MISSED } from './follow.ts'
import type { OpenPage } from './page.ts'
import { maySee, told } from './tell.ts'

export type HubParts = {
  readonly db: Db
  readonly gate: Pick<Gate, 'reachOf'>
  readonly clock: () => Date
  readonly log: (entry: { reference: string; action: string; error: unknown }) => void
}

/** All open pages and the one follower of the journal that tells them; it stands still while nobody listens. */
export type Hub = {
  readonly pages: ReadonlyMap<string, OpenPage>
  readonly add: (page: OpenPage) => void
  readonly drop: (page: OpenPage) => void
  /** Something was written: look sooner. `who`: sessions or offices may have changed; `places`: it has its place in the journal, look now. */
  readonly nudge: (what: 'records' | 'who' | 'places') => void
  /** Looks once, now: tests need not wait. */
  readonly look: () => Promise<void>
  readonly stop: () => void
}

/** The journal gives a record its place within about a tenth of a second; then it is read here. */
const SOON_MS = 120
const EVERY_MS = 1000
/** A sign of life at least this often; sessions are looked at as often. */
export const BEAT_MS = 20_000
/** Pages ask again within this time, drawn at random: so many milliseconds for each that listens. */
const SPREAD_MS_EACH = 4

const NAMED = { reference: 'live', action: 'live' }

type Pages = Map<string, OpenPage>

const groupBy = <K>(pages: Iterable<OpenPage>, keyOf: (page: OpenPage) => K): Map<K, OpenPage[]> => {
  const groups = new Map<K, OpenPage[]>()
  for (const page of pages) {
    const group = groups.get(keyOf(page))
    if (group) group.push(page)
    else groups.set(keyOf(page), [page])
  }
  return groups
}

/** Who the pages' sessions stand for now; pages whose session ended, or went to another, are ended. */
async function check(
  { db, clock }: HubParts,
  mineId: Id<'mine'>,
  pages: readonly OpenPage[],
): Promise<Map<string, SignedIn>> {
  const tokens = [...new Set(pages.map(({ token }) => token))]
  const known = await listSignedIn(db, mineId, tokens, clock())
  for (const page of pages) {
    if (known.get(page.token)?.actor.accountId === page.accountId) continue
    page.send('end', {})
    page.end()
  }
  return known
}

type Behind = { readonly size: number; readonly known: Map<string, SignedIn>; readonly spread: number }

function tellPage(
  page: OpenPage,
  changes: readonly Change[],
  { gate, known, spread }: Behind & HubParts,
): void {
  const who = known.get(page.token)
  if (!who) return
  const seen = changes.filter((change) => maySee(gate, who.actor, change))
  if (seen.length > 0) page.send('change', { changes: seen.map(told), spreadMs: spread })
}

async function tellMine(parts: HubParts, pages: readonly OpenPage[], behind: Behind): Promise<void> {
  const { size } = behind
  const stretches = groupBy(pages, ({ at }) => at)
  for (const [from, group] of stretches) {
    const lost = from > size || size - from > MOST_MISSED
    const mineId = group[0]?.mineId
    const changes = lost || !mineId ? [] : await listChanges(parts.db, { mineId, from, to: size })
    for (const page of group) {
      page.at = size
      if (lost) page.send('lost', { spreadMs: behind.spread })
      else tellPage(page, changes, { ...parts, ...behind })
    }
  }
}

async function lookOnce(parts: HubParts, pages: Pages, alsoWho: 'also-who' | 'records'): Promise<void> {
  const byMine = groupBy(pages.values(), ({ mineId }) => mineId)
  const sizes = await listSizes(parts.db, [...byMine.keys()])
  for (const [mineId, group] of byMine) {
    const size = sizes.get(mineId) ?? 0
    const behind = group.filter(({ at }) => at !== size)
    if (behind.length === 0 && alsoWho === 'records') continue
    const known = await check(parts, mineId, alsoWho === 'records' ? behind : group)
    const spread = group.length * SPREAD_MS_EACH
    await tellMine(parts, behind, { size, known, spread })
  }
}

/** Makes the follower. It reads the journal's length every second and sooner after a write here, in one statement for all pages. */
export function makeHub(parts: HubParts): Hub {
  const pages: Pages = new Map()
  let timer: NodeJS.Timeout | undefined
  let due = Number.POSITIVE_INFINITY
  let beatAt = 0
  let last: Promise<void> = Promise.resolve()
  let who = false

  const turn = async (): Promise<void> => {
    const beat = Date.now() >= beatAt
    const alsoWho = beat || who ? 'also-who' : 'records'
    who = false
    await lookOnce(parts, pages, alsoWho).catch((error) => parts.log({ ...NAMED, error }))
    if (!beat) return
    beatAt = Date.now() + BEAT_MS
    for (const page of pages.values()) page.send('beat', {})
  }
  const look = (): Promise<void> => {
    last = last.then(turn)
    return last
  }
  const wait = (ms: number): void => {
    const at = Date.now() + ms
    if (pages.size === 0 || at >= due) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY
      void look().then(() => wait(EVERY_MS))
    }, ms).unref()
  }
  return {
    pages,
    look,
    add: (page) => {
      if (pages.size === 0) beatAt = Date.now() + BEAT_MS
      pages.set(page.id, page)
      wait(SOON_MS)
    },
    drop: (page) => void pages.delete(page.id),
    nudge: (what) => {
      who ||= what === 'who'
      wait(what === 'places' ? 0 : SOON_MS)
    },
    stop: () => {
      clearTimeout(timer)
      for (const page of [...pages.values()]) page.end()
    },
  }
}
