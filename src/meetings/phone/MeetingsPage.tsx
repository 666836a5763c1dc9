import type { ReactNode } from 'react'
import { CalendarFeed } from '../../access/ui/CalendarFeed.tsx'
import { words as feedWords } from '../../access/words/feed.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay } from '../../kit/web/dates.ts'
import { Card, Line, Lines } from '../../kit/web/phone/Card.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Empty, Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { meetingKindWords } from '../words/kinds.ts'
import { leaveStateWords } from '../words/leave.ts'
import { rollWords, words } from '../words/phone.ts'
import { When } from './When.tsx'

type Mine = OutputOf<'meetings.listMine'>

function Coming({ of }: { of: Mine['coming'][number] }): ReactNode {
  const say = useSay()
  return (
    <Card title={`${say(meetingKindWords[of.kind])} · ${of.subject}`}>
      <When of={of.mySession} />
      {of.toReadCount > 0 && <p>{say(words.toRead, { n: of.toReadCount })}</p>}
      {of.leave && (
        <p className="soft">{say(words.leaveStands, { state: say(leaveStateWords[of.leave.state]) })}</p>
      )}
      <ButtonLink to={`/meetings/${of.id}`}>{say(words.open)}</ButtonLink>
    </Card>
  )
}

const hoursOf = (hundredths: number): string => String(hundredths / 100)

function Attended({ of }: { of: Mine['attended'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.length === 0) return <p className="soft">{say(words.noneAttended)}</p>
  return (
    <Lines>
      {of.map(({ id, kind, heldOn, subject, state, hoursHundredths }) => (
        <Line
          key={id}
          name={`${showDay(heldOn, language)} · ${say(meetingKindWords[kind])}`}
          value={say(rollWords[state])}
          under={[subject, hoursHundredths ? say(words.hoursOf, { hours: hoursOf(hoursHundredths) }) : '']
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </Lines>
  )
}

/** What is coming up for me, what I attended, my study hours of the year. */
export function MeetingsPage(): ReactNode {
  const say = useSay()
  const mine = useRead('meetings.listMine', {})
  const hours = mine.data?.hours
  const under = hours && say(words.hours, { year: hours.year, hours: hoursOf(hours.hundredths) })
  return (
    <Page title={say(words.mine)} under={under}>
      {mine.state === 'ready' ? (
        <>
          <Part title={say(words.coming)}>
            {mine.data.coming.map((one) => (
              <Coming key={one.id} of={one} />
            ))}
            {mine.data.coming.length === 0 && (
              <Empty>
                <p>{say(words.noneComing)}</p>
              </Empty>
            )}
          </Part>
          <Part title={say(words.attended)}>
            <Attended of={mine.data.attended} />
          </Part>
        </>
      ) : (
        <Waiting of={mine} words={{}} />
      )}
      <Part title={say(feedWords.title)}>
        <CalendarFeed />
      </Part>
    </Page>
  )
}
