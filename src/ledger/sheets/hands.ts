import type { Ledger } from '../rules.ts'
import { duesHand, joiningHand, studyHand, targetHand } from './branch-work.ts'
import type { Hand } from './hand.ts'
import { meetingHand } from './meetings.ts'
import { orgHand } from './org.ts'
import { rosterHand } from './roster.ts'

type Hands = { readonly [L in Exclude<Ledger, 'scheme' | 'grades'>]: Hand<L> }

/** Who reads and writes the records of each ledger. */
export const HANDS: Hands = {
  org: orgHand,
  roster: rosterHand,
  meetings: meetingHand,
  dues: duesHand,
  joining: joiningHand,
  targets: targetHand,
  study: studyHand,
}
