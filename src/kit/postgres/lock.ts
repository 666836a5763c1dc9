import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processMark } from './process.ts'

/** Who owns a data folder: a process by number and mark, so that a later process with the same number is not taken for it. */
export type Owner = { readonly pid: number; readonly mark: string }

/** A folder that is ours until `release`. */
export type Lock = { readonly release: () => void }

const FILE = 'pitlamp.lock'

/** The running owner of a data folder, if there is one. */
export function findOwner(home: string): Owner | undefined {
  return livingOwner(readOrNothing(join(home, FILE)))
}

/** Takes the folder, or tells who has it. An owner about to end (its starter was killed) is given `patienceMs`. */
export async function takeLock(home: string, patienceMs: number): Promise<Lock | Owner> {
  const until = Date.now() + patienceMs
  const file = join(home, FILE)
  for (;;) {
    const seen = readOrNothing(file)
    const owner = livingOwner(seen)
    const lock = owner ? undefined : tryLock(file, seen)
    if (lock) return lock
    if (owner && Date.now() > until) return owner
    await sleep(50)
  }
}

/**
 * Undefined when someone beside us was quicker. Only the very text that was found to be a dead owner's is cleared away: what stands there
 * by now may be a living one's. A link is all or nothing: nobody reads a half-written lock.
 */
export function tryLock(file: string, stale: string | undefined): Lock | undefined {
  const ours = JSON.stringify({ pid: process.pid, mark: processMark(process.pid) ?? '' })
  if (stale !== undefined) clearStale(file, stale)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, ours, { mode: 0o600 })
  try {
    linkSync(draft, file)
    return { release: () => readOrNothing(file) === ours && rmSync(file, { force: true }) }
  } catch (problem) {
    if (readOrNothing(file) === undefined) throw problem
    return undefined
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Puts a dead owner's lock away; if a live one slipped in meanwhile, puts that one back. */
function clearStale(file: string, seen: string): void {
  if (readOrNothing(file) !== seen) return
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, file)
  } catch {
    // Someone beside us cleared it first; the link in tryLock decides.
  }
  rmSync(aside, { force: true })
}

function livingOwner(text: string | undefined): Owner | undefined {
  const owner = parseOwner(text)
  return owner && processMark(owner.pid) === owner.mark ? owner : undefined
}

function parseOwner(text: string | undefined): Owner | undefined {
  const found = /"pid":(\d+),"mark":"([^"]+)"/.exec(text ?? '')
  return found?.[1] && found[2] ? { pid: Number(found[1]), mark: found[2] } : undefined
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
