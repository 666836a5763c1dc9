import type { ReactNode } from 'react'
import type { InputOf, OutputOf } from '../../kit/contract.ts'
import { Card, Line, LineLink, Lines } from '../../kit/web/phone/Card.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { mineRefusals } from '../words/leave.ts'
import { words } from '../words/phone.ts'
import { Leave } from './Leave.tsx'
import { sayWhen, When } from './When.tsx'

type Mine = OutputOf<'meetings.findMine'>

function Reading({ of }: { of: Mine['materials'] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <Part title={say(words.reading)}>
      <Lines>
        {of.map(({ id, title }) => (
          <LineLink key={id} to={`/read/${id}`} name={title} />
        ))}
      </Lines>
    </Part>
  )
}

function OtherSittings({ of }: { of: Mine }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const mine = of.mySession && sayWhen(of.mySession, language)
  const others = of.sessions.filter((one) => sayWhen(one, language) !== mine)
  if (others.length === 0) return null
  return (
    <Part title={say(words.others)}>
      <Lines>
        {others.map((one) => (
          <Line
            key={`${one.day} ${one.starts} ${one.shift}`}
            name={sayWhen(one, language)}
            value={one.shift || say(words.everyShift)}
          />
        ))}
      </Lines>
    </Part>
  )
}

/** What a member needs before a meeting: when for my shift, where, what to read. Asking leave is two taps. */
export function MeetingPage({ id }: InputOf<'meetings.findMine'>): ReactNode {
  const say = useSay()
  const meeting = useRead('meetings.findMine', { id })
  if (meeting.state !== 'ready')
    return (
      <Page title={say(words.mine)} back="/meetings">
        <Waiting of={meeting} words={mineRefusals.findMine} />
      </Page>
    )
  const { kind, subject, orgName, state, whyCancelled, note, materials, mySession } = meeting.data
  return (
    <Page title={subject} under={`${say(meetingKindWords[kind])} · ${orgName}`} back="/meetings">
      {state === 'cancelled' && <p className="notice late">{say(words.cancelled, { why: whyCancelled })}</p>}
      {state === 'held' && <p className="notice">{say(words.held)}</p>}
      <Card title={say(words.when)}>
        <When of={mySession} />
      </Card>
      <Leave of={meeting.data} />
      <Reading of={materials} />
      {note && (
        <Part title={say(words.note)}>
          <p className="said">{note}</p>
        </Part>
      )}
      <OtherSittings of={meeting.data} />
    </Page>
  )
}
