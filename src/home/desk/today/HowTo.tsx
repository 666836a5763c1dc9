import type { ReactNode } from 'react'
import { showDay } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { words as meetingWords } from '../../../meetings/words/pages.ts'
import { words as planWords } from '../../../meetings/words/planning.ts'
import { words } from '../../words/open.ts'
import { dutyOf, dutyPaths, type Line, nameOf, type Today, untilOf } from './line.ts'

const nextMeeting = ({ lines }: Today): Line | undefined =>
  lines.find(({ kind, state }) => kind === 'duty' && state !== 'missed')

function Steps({ isGeneral, fullMembers }: { isGeneral: boolean; fullMembers: number }): ReactNode {
  const say = useSay()
  const quorum = isGeneral
    ? say(words.how2, { n: fullMembers, least: Math.ceil(fullMembers / 2) })
    : say(words.how2any)
  return (
    <ol className="how">
      <li>{say(words.how1)}</li>
      <li>{quorum}</li>
      <li>{say(words.how3)}</li>
      <li>{say(words.how4)}</li>
    </ol>
  )
}

/** The next meeting that is due, how it is run, and the button that leads to its plan. */
export function HowTo({ of, fullMembers }: { of: Today; fullMembers: number }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const next = nextMeeting(of)
  const [first] = next?.branches ?? []
  const isGeneral = next?.what === 'generalMeeting' && of.branches === 1
  const planned = first?.planned
  const said = (line: Line) => ({
    kind: nameOf(line, { say, language }),
    until: untilOf(line, of.today, { say, language }),
    planned: planned ? say(words.planned, { day: showDay(planned.day, language) }) : '',
  })
  return (
    <section className="card stack">
      <h2>{say(words.how)}</h2>
      <p>{next ? say(planned ? words.howPlanned : words.howNext, said(next)) : say(words.howNothing)}</p>
      <Steps isGeneral={isGeneral} fullMembers={fullMembers} />
      <div className="row">
        {next && first && may('meetings.planMeeting') && (
          <ButtonLink kind="primary" to={dutyPaths(dutyOf(next, first)).arrange}>
            {say(planned ? words.seePlan : planWords.plan)}
          </ButtonLink>
        )}
        {!next && may('meetings.enterMeeting') && (
          <ButtonLink kind="primary" to="/meetings/new">
            {say(meetingWords.enter)}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
