import { useCallback } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { leaveReasonWords } from '../../words/leave.ts'
import type { Person } from './roll.ts'

/** What a roll says of somebody who was given leave; '' of anybody else. */
export function useLeaveSaid(): (person: Person) => string {
  const say = useSay()
  return useCallback(
    ({ leave }) => (leave?.state === 'granted' ? say(leaveReasonWords[leave.reason]) : ''),
    [say],
  )
}
