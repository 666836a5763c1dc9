import type { WriteName } from '../../kit/contract.ts'
import type { Words } from '../../kit/web/say.ts'
import { planRefusals } from '../../meetings/words/plans.ts'
import { refusals } from '../../voice/words/pages.ts'

/** What may wait in the outbox, and the words of its refusals: nothing that shows a secret, changes an account, or must be seen to succeed. */
export const QUEUED: Readonly<Partial<Record<WriteName, Readonly<Record<string, Words>>>>> = {
  'meetings.askLeave': planRefusals.askLeave,
  'meetings.withdrawLeave': planRefusals.withdrawLeave,
  'voice.send': refusals.send,
}
