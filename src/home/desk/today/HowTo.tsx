import type { ReactNode } from 'react'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { words as meetingWords } from '../../../meetings/words/pages.ts'
import { words } from '../../words/open.ts'
import { type Line, nameOf, pathOf, type Today, untilOf } from './line.ts'

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

/** The next meeting that is due, how it is run, and the button that records it. */
export function HowTo({ of, fullMembers }: { of: Today; fullMembers: number }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const next = nextMeeting(of)
  const [first] = next?.branches ?? []
  const isGeneral = next?.what === 'generalMeeting' && of.branches === 1
  return (
    <section className="card stack">
      <h2>{say(words.how)}</h2>
      <p>
        {next
          ? say(words.howNext, {
              kind: nameOf(next, { say, language }),
              until: untilOf(next, of.today, { say, language }),
            })
          : say(words.howNothing)}
      </p>
      <Steps isGeneral={isGeneral} fullMembers={fullMembers} />
      {may('meetings.enterMeeting') && (
        <div className="row">
          <ButtonLink kind="primary" to={next && first ? pathOf(next, first) : '/meetings/new'}>
            {say(meetingWords.enter)}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
