import type { InputOf, OutputOf, Problem, WriteName } from '../../contract.ts'
import { newId } from '../../id.ts'
import { type Answer, call, LINE_TROUBLE } from '../call.ts'
import { dropUnsent, keepUnsent, listUnsent, type Unsent } from './shelf.ts'

/** What became of something handed to the outbox. */
export type Fate<N extends WriteName> =
  | { readonly state: 'sent'; readonly answer: OutputOf<N> }
  | { readonly state: 'waiting'; readonly isKept: boolean }
  | { readonly state: 'refused'; readonly problem: Problem }

/** What one account has written here and not yet sent. Each is sent under its one key until the server has answered. */
export type Outbox = {
  /** Undefined until what was kept here before has been read. */
  readonly items: () => readonly Unsent[] | undefined
  readonly listen: (changed: () => void) => () => void
  /** Puts it down first, then tries to send it: a page killed in between loses nothing. A refusal stays, to be looked at. */
  readonly post: <N extends WriteName>(name: N, input: InputOf<N>, label: string) => Promise<Fate<N>>
  /** Tries all that wait, oldest first; stops where there is no line. */
  readonly flush: () => Promise<void>
  readonly retry: (id: string) => Promise<void>
  readonly discard: (id: string) => Promise<void>
}

const SIGNED_OUT = 'not-signed-in'
/** Codes after which the same thing may be taken later, as it is. */
const LATER: readonly string[] = [...LINE_TROUBLE, SIGNED_OUT, 'password-change-due']

type Send = (item: Unsent) => Promise<Answer<WriteName>>
const send: Send = ({ name, input, id }) => call(name, input as never, { kind: 'write', key: id })

/** Opens the outbox of an account. `onNews` is called after each thing that was taken, and when nobody is signed in any more: the door says so. */
export function makeOutbox(accountId: string, onNews: () => void, trySend: Send = send): Outbox {
  let items: readonly Unsent[] = []
  let isRead = false
  let running: Promise<void> = Promise.resolve()
  const answers = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const set = (next: readonly Unsent[]): void => {
    items = next
    for (const listener of listeners) listener()
  }
  const replace = (item: Unsent): void => set(items.map((one) => (one.id === item.id ? item : one)))
  const remove = async (id: string): Promise<void> => {
    await dropUnsent(id)
    set(items.filter((one) => one.id !== id))
  }
  const isOver = async (item: Unsent): Promise<boolean> => {
    const { answer, problem } = await trySend(item)
    if (problem && LATER.includes(problem.code)) {
      if (problem.code === SIGNED_OUT) onNews()
      return false
    }
    if (problem) {
      const refused = { ...item, refused: problem }
      await keepUnsent(refused)
      replace(refused)
      return true
    }
    answers.set(item.id, answer)
    await remove(item.id)
    onNews()
    return true
  }
  const sendAll = async (): Promise<void> => {
    for (const item of items.filter(({ refused }) => !refused)) if (!(await isOver(item))) return
  }
  const flush = (): Promise<void> => {
    running = running.then(sendAll, sendAll)
    return running
  }
  const ready = listUnsent(accountId).then((found) => {
    isRead = true
    set([...found, ...items])
  })
  running = ready
  return {
    items: () => (isRead ? items : undefined),
    listen: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    flush,
    post: async (name, input, label) => {
      await ready
      const item: Unsent = { id: newId(), accountId, name, input, label, at: new Date().toISOString() }
      const isKept = await keepUnsent(item)
      set([...items, item])
      await flush()
      const left = items.find(({ id }) => id === item.id)
      if (!left) return { state: 'sent', answer: answers.get(item.id) as never }
      return left.refused ? { state: 'refused', problem: left.refused } : { state: 'waiting', isKept }
    },
    retry: async (id) => {
      const item = items.find((one) => one.id === id)
      if (!item) return
      const { refused: _, ...again } = item
      await keepUnsent(again)
      replace(again)
      await flush()
    },
    discard: remove,
  }
}
