import { useMay } from '../../../kit/web/who.ts'
import type { Room } from './roll.ts'

/** What whoever looks may do in a room as it stands: call and vote while it is open, word it until it is signed. */
export function useCan({ roomState }: Room): { call: boolean; write: boolean } {
  const may = useMay()
  return {
    call: roomState === 'open' && may('meetings.takeRoll'),
    write: roomState !== 'signed' && may('meetings.saveMinute'),
  }
}
