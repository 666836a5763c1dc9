import type { Db } from '../kit/db/db.ts'
import { isRefused } from '../kit/refuse.ts'
import { sequence } from './jobs/sequence.ts'
import { type Signing, sign } from './jobs/sign.ts'
import { listMinesToSign, listMinesWithLeaves } from './store/checkpoint.ts'
import { listMinesWaiting } from './store/sequence.ts'

/** Entries get their places at most so often, with something to do: open pages wait for it. */
const EVERY_MS = 400
/** The tree is signed at most so often. */
const SIGN_EVERY_MS = 1000
/** So often without being told: another process may have written. */
const IDLE_MS = 5000

export type Fault = { readonly reference: string; readonly action: string; readonly error: unknown }

export type JournalJobs = Signing & {
  readonly clock: () => Date
  readonly log: (fault: Fault) => void
  /** What waited has its place now. */
  readonly placed?: () => void
}

export type RunningJournal = {
  /** There is something to sequence: it is done within half a second, and signed within two. */
  readonly kick: () => void
  /** Sequences and signs what is left, then ends. */
  readonly stop: () => Promise<void>
}

type Work = {
  readonly action: string
  readonly mines: (db: Db) => Promise<string[]>
  readonly run: (mineId: string) => Promise<unknown>
}

/** Runs a work for each mine that needs it; a fault of one does not hold up the others, and is told once until it changes. */
function makeRun({ db, log }: JournalJobs): (work: Work) => Promise<void> {
  const told = new Map<string, string>()
  const tell = (action: string, place: string, error: unknown): void => {
    const message = String(error)
    if (told.get(`${action} ${place}`) === message) return
    told.set(`${action} ${place}`, message)
    log({ reference: place, action, error })
  }
  const runOne = async ({ action, run }: Work, mineId: string): Promise<void> => {
    const answer = await run(mineId)
    if (!isRefused(answer)) return void told.delete(`${action} ${mineId}`)
    tell(action, mineId, new Error(`${answer.refused} ${JSON.stringify(answer.facts ?? {})}`))
  }
  return async (work) => {
    try {
      const mines = await work.mines(db)
      told.delete(`${work.action} journal`)
      for (const mineId of mines) {
        await runOne(work, mineId).catch((error: unknown) => tell(work.action, mineId, error))
      }
    } catch (error) {
      tell(work.action, 'journal', error)
    }
  }
}

/** Keeps the journals of all mines going: gives entries their places, and signs at most once a second. */
export function startJournal(jobs: JournalJobs): RunningJournal {
  const run = makeRun(jobs)
  const sequencing: Work = {
    action: 'journal.sequence',
    mines: (db) => {
      jobs.keys.owners.refresh()
      return listMinesWaiting(db)
    },
    run: (mineId) => sequence(jobs.db, mineId, jobs.clock),
  }
  const signing = (mines: Work['mines']): Work => ({
    action: 'journal.sign',
    mines,
    run: (mineId) => sign(jobs, mineId),
  })
  let signedAt = Number.NEGATIVE_INFINITY
  return repeat(async (mines, left) => {
    await run(sequencing)
    jobs.placed?.()
    if (left === 'more' && performance.now() - signedAt < SIGN_EVERY_MS) return 'unsigned'
    await run(signing(mines))
    signedAt = performance.now()
    return 'signed'
  })
}

/** One round for some mines; `last`: none comes after it, so nothing is put off. */
type Round = (mines: Work['mines'], left: 'more' | 'last') => Promise<'signed' | 'unsigned'>

/** Runs a round at the start, for all mines; then, for those that need it, soon after a kick, when signing was put off, or every five seconds. */
function repeat(round: Round): RunningJournal {
  const state = { stopping: false, kicked: false, idle: false, wake: (): void => {} }
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      timer.unref()
      state.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const go = async (): Promise<void> => {
    await round(listMinesWithLeaves, 'more')
    while (!state.stopping) {
      await sleep(EVERY_MS)
      state.idle = true
      if (!state.kicked && !state.stopping) await sleep(IDLE_MS - EVERY_MS)
      Object.assign(state, { idle: false, kicked: false })
      if (!state.stopping && (await round(listMinesToSign, 'more')) === 'unsigned') state.kicked = true
    }
    await round(listMinesToSign, 'last')
  }
  const ended = go()
  const kick = (): void => {
    state.kicked = true
    if (state.idle) state.wake()
  }
  const stop = async (): Promise<void> => {
    state.stopping = true
    state.wake()
    await ended
  }
  return { kick, stop }
}
