import type { WriteName } from '../../kit/contract.ts'
import type { Words } from '../../kit/web/say.ts'
import { mineRefusals } from '../../meetings/words/leave.ts'
import { refusals } from '../../voice/words/pages.ts'

/** What may wait in the outbox, and the words of its refusals: nothing that shows a secret, changes an account, or must be seen to succeed. */
export const QUEUED: Readonly<Partial<Record<WriteName, Readonly<Record<string, Words>>>>> = {
  'meetings.askLeave': mineRefusals.askLeave,
  'meetings.withdrawLeave': mineRefusals.withdrawLeave,
  'voice.send': refusals.send,
}
