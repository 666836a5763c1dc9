import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { doWords, words } from '../../words/open.ts'
import { type DutyOf, dutyPaths } from './line.ts'

/** A meeting that is due: to its plan, or to plan it while there is time; what was held already is recorded. `name`: said to who cannot see. */
export function DutyButtons({
  duty,
  state,
  name,
}: {
  duty: DutyOf
  state: 'open' | 'missed'
  name: string
}): ReactNode {
  const say = useSay()
  const may = useMay()
  const { arrange, record } = dutyPaths(duty)
  const isToCome = state === 'open' && may('meetings.planMeeting')
  return (
    <span className="ways">
      {isToCome && (
        <ButtonLink to={arrange}>
          {say(duty.planned ? words.seePlan : words.arrange)}
          <span className="unseen"> {name}</span>
        </ButtonLink>
      )}
      {may('meetings.enterMeeting') && !duty.planned && (
        <ButtonLink kind={isToCome ? 'quiet' : 'plain'} to={record}>
          {say(doWords.duty)}
          <span className="unseen"> {name}</span>
        </ButtonLink>
      )}
    </span>
  )
}
