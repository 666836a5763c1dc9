import type { OutputOf } from '../../../kit/contract.ts'

export type Room = OutputOf<'meetings.findRoom'>
export type Person = Room['people'][number]
export type Session = Room['sessions'][number]
export type Item = Room['agenda'][number]

/** The field of a roll that holds the guests, one a line. */
export const GUESTS = 'guests'
const ABSENT = 'absent:'

/**
 * A roll while it is called, a field for each who was: `present`, or `absent:` and the reason; two people who call at once are then joined name
 * by name. Empty: not called yet. `guests`: as they are typed.
 */
export type Calls = Readonly<Record<string, string>>

/** How somebody was called; undefined: not yet. */
export type Called = { readonly state: 'present' | 'absent'; readonly reason: string } | undefined

export const PRESENT = 'present'
export const NOT_CALLED = ''
export const absent = (reason: string): string => `${ABSENT}${reason}`

/** What a roll says of somebody. */
export function calledIn(calls: Calls, personId: string): Called {
  const said = calls[personId]
  if (said === PRESENT) return { state: 'present', reason: '' }
  return said?.startsWith(ABSENT) ? { state: 'absent', reason: said.slice(ABSENT.length) } : undefined
}

/** The sitting a roll belongs to; null: there is but one. */
export const sittingOf = (room: Room, asked: string): Session | undefined =>
  room.sessions.find(({ id }) => id === asked) ??
  room.sessions.find(({ call }) => call === null) ??
  room.sessions[0]

const isOf = (room: Room, called: { sessionId: string | null }, session: Session | undefined): boolean =>
  room.sessions.length < 2 || called.sessionId === null || called.sessionId === session?.id

/** The roll of a sitting as the server has it. */
export function callsOf(room: Room, session: Session | undefined): Calls {
  const lines = room.people.map(({ personId, called }): [string, string] => {
    if (!called || called.state === 'excluded' || !isOf(room, called, session)) return [personId, NOT_CALLED]
    return [personId, called.state === 'present' ? PRESENT : absent(called.reason)]
  })
  const guests = room.guests
    .filter((guest) => isOf(room, guest, session))
    .map(({ name, origin }) => [name, origin].filter(Boolean).join(' '))
  return { ...Object.fromEntries(lines), [GUESTS]: guests.join('\n') }
}

/** Whether somebody came to another sitting; one person counts once. */
export const isElsewhere = (room: Room, { called }: Person, session: Session | undefined): boolean =>
  called?.state === 'present' && !isOf(room, called, session)

/** A roll as it is sent. */
export function linesOf(calls: Calls): {
  roll: { personId: string; state: 'present' | 'absent'; reason: string }[]
  guests: { name: string; origin: string }[]
} {
  const roll = Object.keys(calls).flatMap((personId) => {
    const called = calledIn(calls, personId)
    return called ? [{ personId, ...called }] : []
  })
  const guests = (calls[GUESTS] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...origin] = line.split(/\s+/u)
      return { name, origin: origin.join(' ') }
    })
  return { roll, guests }
}

/** How many of those expected a roll has present, at whichever sitting, and how many it has called. */
export function countOf(
  room: Room,
  calls: Calls,
  session: Session | undefined,
): { expected: number; present: number; called: number } {
  const expected = room.people.filter(({ isExpected }) => isExpected)
  const states = expected.map((person) =>
    isElsewhere(room, person, session) ? 'present' : calledIn(calls, person.personId)?.state,
  )
  return {
    expected: expected.length,
    present: states.filter((state) => state === 'present').length,
    called: states.filter((state) => state !== undefined).length,
  }
}
