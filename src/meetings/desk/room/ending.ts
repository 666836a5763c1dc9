import type { Day } from '../../../kit/day.ts'
import { checkTimes } from '../../rules/times.ts'
import type { Room } from './roll.ts'

/** The end a room offers when it is closed: what it has, else the time of now, else none where that would say little: another day, several sittings, too long. */
export function offerEnd(
  room: Pick<Room, 'ends' | 'starts' | 'heldOn'> & { readonly sessions: readonly unknown[] },
  now: { readonly today: Day; readonly time: string },
): string {
  const isOne = room.sessions.length <= 1
  const isNear = room.heldOn === now.today || now.time < room.starts
  const isFine = checkTimes({ starts: room.starts, ends: now.time }) === 'fine'
  return room.ends || (isOne && isNear && isFine ? now.time : '')
}
