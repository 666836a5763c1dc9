import type { WriteName } from '../../kit/contract.ts'
import type { Words } from '../../kit/web/say.ts'

/** What may wait in the outbox, and the words of its refusals. */
export const QUEUED: Readonly<Partial<Record<WriteName, Readonly<Record<string, Words>>>>> = {}
