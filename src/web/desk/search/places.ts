import type { ActionName } from '../../../kit/contract.ts'
import type { Words } from '../../../kit/web/say.ts'
import { words } from '../words.ts'

/** A page or something to begin, found by its name in either language or by letters. */
export type Place = {
  readonly to: string
  readonly name: Words
  readonly needs: ActionName
  /** Initials of the Chinese name. */
  readonly letters: string
}

/** What one may begin from anywhere; the pages of the work stand in `work.ts`. */
export const BEGINNINGS: readonly Place[] = [
  { to: '/meetings/new', name: words.enterMeeting, needs: 'meetings.enterMeeting', letters: 'jlhy' },
  { to: '/search', name: words.searchMeetings, needs: 'meetings.searchMeetings', letters: 'hyjl zhy' },
  { to: '/import', name: words.importLedger, needs: 'ledger.preview', letters: 'drtz' },
  { to: '/me', name: words.ownAccount, needs: 'access.changePassword', letters: 'wdzh' },
]
