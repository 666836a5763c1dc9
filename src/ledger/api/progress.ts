import type { Id } from '../../kit/id.ts'
import type { Ledger } from '../rules.ts'

type Progress = { readonly phase: string; readonly done: number; readonly total: number }

/** Commits running in this process: how far they are, and whether somebody asked to stop. Gone when the commit ends. */
const running = new Map<Id<'ledger_import'>, { progress: Progress; stopping: boolean }>()

/** Follows one commit; `watch` is asked before each ledger. */
export function follow(id: Id<'ledger_import'>): {
  watch: (phase: Ledger, done: number, total: number) => 'on' | 'stop'
  end: () => void
} {
  const state = { progress: { phase: 'reading', done: 0, total: 0 }, stopping: false }
  running.set(id, state)
  return {
    watch: (phase, done, total) => {
      state.progress = { phase, done, total }
      return state.stopping ? 'stop' : 'on'
    },
    end: () => void running.delete(id),
  }
}

export const progressOf = (id: Id<'ledger_import'>): Progress | undefined => running.get(id)?.progress

/** Asks a running commit to stop; false when none runs. */
export function stopCommit(id: Id<'ledger_import'>): boolean {
  const state = running.get(id)
  if (state) state.stopping = true
  return state !== undefined
}
