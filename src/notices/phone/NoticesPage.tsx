import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { showDaysIn, showInstant } from '../../kit/web/dates.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { Empty, Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { words } from '../words/phone.ts'

type HeldBack = NonNullable<OutputOf<'notices.listMine'>['waiting']>
type Notice = OutputOf<'notices.listMine'>['notices'][number]

/** Where a notice leads: the page of what it is about; a kind that stands alone leads nowhere. */
const PATHS: Readonly<Record<Notice['kind'], (about: string) => string | undefined>> = {
  meetingPlanned: (about) => `/meetings/${about}`,
  meetingChanged: (about) => `/meetings/${about}`,
  meetingCancelled: (about) => `/meetings/${about}`,
  leaveAnswered: () => '/meetings',
  voiceAnswered: () => '/voice',
  caseMoved: () => '/me/steps',
  unmasked: () => '/me/held',
  digest: () => undefined,
  decisionMade: () => '/',
}

function One({ of }: { of: Notice }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const to = PATHS[of.kind](of.about ?? '')
  return (
    <section className="card">
      <h2>{say(of.title)}</h2>
      {of.lines.map((line) => (
        <p key={line.zh}>{showDaysIn(say(line), language)}</p>
      ))}
      <p className="row spread">
        <span className="soft small">{showInstant(of.at, language)}</span>
        {to && <Link href={to}>{say(words.open)}</Link>}
      </p>
    </section>
  )
}

/** That something is held back, and until when. */
function Held({ of: { count, until } }: { of: HeldBack }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return <p role="status">{say(words.waiting, { n: count, until: showInstant(until, language) })}</p>
}

/** What I was told, the latest first. There is no read state. */
export function NoticesPage(): ReactNode {
  const say = useSay()
  const mine = useRead('notices.listMine', {})
  return (
    <Page title={say(words.notices)} under={say(words.lead)} back="/me">
      {mine.state !== 'ready' && <Waiting of={mine} words={{}} />}
      {mine.data?.waiting && <Held of={mine.data.waiting} />}
      {mine.data?.notices.map((notice) => (
        <One key={notice.id} of={notice} />
      ))}
      {mine.data?.notices.length === 0 && !mine.data.waiting && (
        <Empty>
          <p>{say(words.none)}</p>
        </Empty>
      )}
    </Page>
  )
}
