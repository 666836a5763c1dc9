/** Where somebody stands with a meeting: there, absent and made up for it, absent with a ground or without, or not counted. */
export const ATTENDED_STATES = ['present', 'madeUp', 'withGround', 'absent', 'excluded'] as const
export type AttendedState = (typeof ATTENDED_STATES)[number]

type Line = { readonly state: 'present' | 'absent' | 'excluded'; readonly reason: string }

/** How a roll says that what was missed was made up for. */
const MADE_UP = /补课|补学|补会|made up/i

/** What a line of a roll says of somebody; an absence with any ground written is one with ground. */
export function attendedState({ state, reason }: Line): AttendedState {
  if (state !== 'absent') return state
  if (MADE_UP.test(reason)) return 'madeUp'
  return reason.trim() === '' ? 'absent' : 'withGround'
}
