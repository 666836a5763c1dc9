import type { Words } from '../../kit/web/say.ts'
import { stateWords, unpaidWord } from '../words/phone.ts'
import type { DuesMonth } from './how.ts'

/** How a month stands, in a word: one that is over and of which nothing was paid is unpaid, not short. */
export const stateSaid = ({ state, paidFen }: Pick<DuesMonth, 'state' | 'paidFen'>): Words =>
  state === 'missed' && paidFen === 0 ? unpaidWord : stateWords[state]
