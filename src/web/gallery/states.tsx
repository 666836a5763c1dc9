import type { ReactNode } from 'react'
import type { Fate } from '../../kit/web/phone/outbox.ts'
import type { Unsent } from '../../kit/web/phone/shelf.ts'
import { OutboxContext, type Post, useOutbox } from '../../kit/web/phone/useOutbox.ts'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import type { Read } from '../../kit/web/read.ts'

type Code = 'no-answer' | 'offline' | 'not-allowed'

/** A question that stands so. */
export function readOf(state: 'loading' | Code): Read<'access.findMe'> {
  const asked = { name: 'access.findMe', retry: () => undefined } as const
  if (state === 'loading') return { ...asked, state }
  const problem = { type: `/problems/${state}`, title: state, status: 0, code: state }
  return { ...asked, state: 'failed', problem }
}

export const ReadingOf = ({ of }: { of: Read<'access.findMe'> }): ReactNode => <Waiting of={of} words={{}} />

/** Something handed to the outbox that fared so. */
export const fateOf = (fate: Fate<'access.signOut'> | { state: 'sending' }): Post<'access.signOut'> => ({
  name: 'access.signOut',
  fate,
  send: () => Promise.resolve({ state: 'waiting', isKept: true }),
  reset: () => undefined,
})

const unsent = (count: number): readonly Unsent[] =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    accountId: '',
    name: 'access.signOut',
    input: {},
    label: '',
    at: '',
  }))

/** With so many things unsent. */
export function WithUnsent({ count, children }: { count: number; children: ReactNode }): ReactNode {
  const closed = useOutbox()
  const [items] = [unsent(count)]
  return <OutboxContext value={{ ...closed, items: () => items }}>{children}</OutboxContext>
}
