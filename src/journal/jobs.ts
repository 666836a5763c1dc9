import type { Db } from '../kit/db/db.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused } from '../kit/refuse.ts'
import { sequence } from './jobs/sequence.ts'
import { listMinesToSign, listMinesWithLeaves } from './store/checkpoint.ts'
import { listMinesWaiting } from './store/sequence.ts'

/** Entries get their places at most so often, with something to do: open pages wait for it. */
const EVERY_MS = 400
/** The tree is signed at most so often. */
const SIGN_EVERY_MS = 1000
/** So often without being told: another process may have written. */
const IDLE_MS = 5000

export type Fault = { readonly reference: string; readonly action: string; readonly error: unknown }

type Jobs = { readonly db: Db; readonly log: (fault: Fault) => void }

export type SequencingJobs = Jobs & {
  readonly keys: Keys
  readonly clock: () => Date
  /** What waited has its place now. */
  readonly placed?: () => void
}

export type SigningJobs = Jobs & {
  /** Signs the log of a mine as it stands; a refusal is told. */
  readonly sign: (mineId: string) => Promise<unknown>
}

export type RunningJournal = {
  /** There is something to do: it is done within half a second, or, for signing, within one. */
  readonly kick: () => void
  /** Does what is left, then ends. */
  readonly stop: () => Promise<void>
}

type Work = {
  readonly action: string
  readonly mines: (db: Db) => Promise<string[]>
  readonly run: (mineId: string) => Promise<unknown>
}

/** Runs a work for each mine that needs it; a fault of one does not hold up the others, and is told once until it changes. */
function makeRun({ db, log }: Jobs): (work: Work) => Promise<void> {
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

/** Keeps giving the entries of all mines their places. */
export function startSequencing(jobs: SequencingJobs): RunningJournal {
  const run = makeRun(jobs)
  const sequencing: Work = {
    action: 'journal.sequence',
    mines: (db) => {
      jobs.keys.owners.refresh()
      return listMinesWaiting(db)
    },
    run: (mineId) => sequence(jobs.db, mineId, jobs.clock),
  }
  return repeat(EVERY_MS, async () => {
    await run(sequencing)
    jobs.placed?.()
  })
}

/** Every so many rounds also the logs that did not grow: what was signed is looked at again. */
const ROUNDS_TO_ALL = 60

/** Keeps signing the logs of all mines, each at most once a second: at the start and now and then every one, else those that grew. */
export function startSigning(jobs: SigningJobs): RunningJournal {
  const run = makeRun(jobs)
  let round = 0
  return repeat(SIGN_EVERY_MS, async () => {
    const mines = round % ROUNDS_TO_ALL === 0 ? listMinesWithLeaves : listMinesToSign
    round += 1
    await run({ action: 'journal.sign', mines, run: jobs.sign })
  })
}

/** Runs a round at the start, soon after a kick, every five seconds, and at the end. */
function repeat(everyMs: number, round: () => Promise<void>): RunningJournal {
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
    await round()
    while (!state.stopping) {
      await sleep(everyMs)
      state.idle = true
      if (!state.kicked && !state.stopping) await sleep(IDLE_MS - everyMs)
      Object.assign(state, { idle: false, kicked: false })
      if (!state.stopping) await round()
    }
    await round()
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
