import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import { showDay } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { decisionStateWords } from '../words/room.ts'
import { words } from '../words/sitting.ts'

type Promised = OutputOf<'meetings.findRoom'>['agenda'][number]['promise']

/** Which promise an item takes up: whose, by when, whether it is due on the day of the meeting or over; nothing of any other item. */
export function PromiseSaid({ of, on }: { of: Promised; on: Day | undefined }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!of) return null
  const said = { text: of.text, owner: of.ownerName, day: showDay(of.dueOn, language) }
  const isAhead = on !== undefined && of.dueOn > on
  return (
    <p className="soft small">
      {of.state === 'open'
        ? say(isAhead ? words.promiseAhead : words.promise, said)
        : say(words.promiseEnded, { ...said, state: say(decisionStateWords[of.state]) })}
    </p>
  )
}
