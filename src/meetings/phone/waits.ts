import type { WriteName } from '../../kit/contract.ts'
import { useUnsent } from '../../kit/web/phone/useOutbox.ts'

/** Whether something about leave from a planned meeting waits in the outbox. */
export function useWaits(name: WriteName, plannedId: string): boolean {
  return !!useUnsent()?.some(
    (one) =>
      one.name === name &&
      typeof one.input === 'object' &&
      one.input !== null &&
      'plannedId' in one.input &&
      one.input.plannedId === plannedId,
  )
}
