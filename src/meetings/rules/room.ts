import { type Refused, refuse } from '../../kit/refuse.ts'

/** Where a meeting’s room stands. */
export const ROOM_STATES = ['open', 'closed', 'signed'] as const
export type RoomState = (typeof ROOM_STATES)[number]

/** A record made without a room is as one that was closed: it may still be corrected, minuted and signed. */
export const roomStateOf = (state: RoomState | null): RoomState => state ?? 'closed'

const whileOpen = { closed: 'meeting-closed', signed: 'meeting-signed' } as const
const beforeSigned = { signed: 'meeting-signed' } as const
const onceClosed = { open: 'meeting-open' } as const

/**
 * What is denied in which state (R1.3, R11), by what is done: called and voted while people sit together, worded until it is signed, then
 * only added to.
 */
export const DENIED = {
  takeRoll: whileOpen,
  addAgendaItem: whileOpen,
  recordVote: whileOpen,
  closeMeeting: whileOpen,
  discardMeeting: whileOpen,
  reopenMeeting: { ...onceClosed, ...beforeSigned },
  decideItem: beforeSigned,
  saveMinute: beforeSigned,
  changeRecord: beforeSigned,
  changePhotos: beforeSigned,
  correctRoll: { ...onceClosed, ...beforeSigned },
  signMeeting: { ...onceClosed, ...beforeSigned },
  addAddendum: { ...onceClosed, closed: 'meeting-not-signed' },
  recordMakeUp: onceClosed,
} as const satisfies Record<string, Readonly<Partial<Record<RoomState, string>>>>

/** Whether something may be done in a meeting that stands so. */
export function checkRoom<C extends string>(
  state: RoomState | null,
  denied: Readonly<Partial<Record<RoomState, C>>>,
): 'fine' | Refused<C> {
  const code = denied[roomStateOf(state)]
  return code === undefined ? 'fine' : refuse(code, 'R11')
}

/** A clock that stands before the opening was set back: nothing is dated by it. */
export const checkClock = (openedAt: Date | null, now: Date): 'fine' | Refused<'clock-behind'> =>
  openedAt !== null && now < openedAt
    ? refuse('clock-behind', undefined, { opened: openedAt.toISOString() })
    : 'fine'

/** A roll is called against the one that was read: `times` it had been called before. */
export const checkCalled = (readTimes: number, times: number): 'fine' | Refused<'roll-taken'> =>
  readTimes === times ? 'fine' : refuse('roll-taken', 'R9', { times })

/** The longest text of one block of minutes, in characters. */
export const MOST_MINUTE = 20_000

/** Who signs a record (R11): two different people. */
export const SIGNERS = ['chair', 'recorder'] as const
export type Signer = (typeof SIGNERS)[number]

/** Whether a block of minutes is short enough. */
export const checkLength = (text: string): 'fine' | Refused<'text-too-long'> =>
  text.length > MOST_MINUTE
    ? refuse('text-too-long', undefined, { length: text.length, most: MOST_MINUTE })
    : 'fine'

type Signed = { readonly role: Signer; readonly accountId: string }

/** Nobody signs in both places (R11). */
export const checkSigner = (
  { role, accountId }: Signed,
  others: readonly Signed[],
): 'fine' | Refused<'other-must-sign'> =>
  others.some((one) => one.role !== role && one.accountId === accountId)
    ? refuse('other-must-sign', 'R11')
    : 'fine'

/** Whom somebody signs for (R11): the one named in that place; '' for themselves, or where nobody is named. */
export const signsFor = (ownName: string, named: string): string =>
  named.trim() === ownName.trim() ? '' : named.trim()

/** Sealed when chair and recorder stand under the same words. */
export const isSealed = (signed: readonly { readonly role: Signer; readonly digest: string }[]): boolean =>
  SIGNERS.every((role) => signed.some((one) => one.role === role)) &&
  new Set(signed.map(({ digest }) => digest)).size === 1
