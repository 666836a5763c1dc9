import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showYuan } from '../../kit/money.ts'
import { showDay, showDaysIn, showInstant, today, ZONE } from '../../kit/web/dates.ts'
import { Card, LineLink, Lines } from '../../kit/web/phone/Card.tsx'
import { Page, Part } from '../../kit/web/phone/Page.tsx'
import { Waiting } from '../../kit/web/phone/Waiting.tsx'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { cardWords, words } from '../words/phone.ts'

type Today = OutputOf<'home.findToday'>
type Owed = Today['cards'][number]
type Answered = Today['answered'][number]

/** Where a card leads; what somebody has to do for the branch says all there is to say. */
const CARD_PATHS: Readonly<Record<keyof typeof cardWords, (id: string) => string>> = {
  privacy: () => '/me/privacy',
  meeting: (id) => `/meetings/${id}`,
  dues: () => '/me/dues',
  makeUp: () => '/meetings',
  step: () => '/me/steps',
}
const ANSWER_PATHS: Readonly<Record<Answered['kind'], (id: string) => string>> = {
  leave: (id) => `/meetings/${id}`,
  voice: () => '/voice',
}

/** The greeting of the hour in the mine's time: until noon, until six, later. */
function greetingNow(): (typeof words)['morning' | 'afternoon' | 'evening'] {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' }).format(
      new Date(),
    ),
  )
  if (hour < 12) return words.morning
  return hour < 18 ? words.afternoon : words.evening
}

function OwedCard({ of, kind }: { of: Owed; kind: 'primary' | 'plain' }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(of.title)}>
      <p>{showDaysIn(say(of.text), language)}</p>
      {of.by && of.kind !== 'meeting' && (
        <p className="amber">{say(words.by, { day: showDay(of.by, language) })}</p>
      )}
      {of.kind !== 'promise' && of.kind !== 'rectification' && (
        <ButtonLink kind={kind} to={CARD_PATHS[of.kind](of.id ?? '')}>
          {say(cardWords[of.kind])}
        </ButtonLink>
      )}
    </Card>
  )
}

function Answers({ of }: { of: readonly Answered[] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.length === 0) return null
  return (
    <Part title={say(words.answered)}>
      <Lines>
        {of.map((answer) => (
          <LineLink
            key={`${answer.kind} ${answer.id}`}
            to={ANSWER_PATHS[answer.kind](answer.id)}
            name={say(answer.title)}
            under={`${showDaysIn(say(answer.text), language)} · ${showInstant(answer.at, language)}`}
          />
        ))}
      </Lines>
    </Part>
  )
}

/** What of my dues is still to be paid this year, without a tap; how it is computed is one away. */
function DuesLine(): ReactNode {
  const say = useSay()
  const dues = useRead('dues.findMine', { year: today().slice(0, 4) })
  const rest = dues.data ? dues.data.dueFen - dues.data.paidFen : null
  const value =
    rest === null ? '' : rest > 0 ? say(words.duesRest, { rest: showYuan(rest) }) : say(words.duesPaid)
  return <LineLink to="/me/dues" name={say(words.dues)} value={dues.data?.isMember ? value : ''} />
}

function WhoIsIt({ of, children }: { of: Today; children: ReactNode }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const under = [showDay(of.day, language), of.shift].filter(Boolean).join(' · ')
  return (
    <Page title={say(greetingNow(), { name: of.name })} under={under}>
      {children}
    </Page>
  )
}

/** Today: who and when, at most three things I owe or may do, what was answered to me, and the ways on. */
export function TodayPage(): ReactNode {
  const say = useSay()
  const mine = useRead('home.findToday', {})
  if (mine.state !== 'ready')
    return (
      <Page title={say(words.today)}>
        <Waiting of={mine} words={{}} />
      </Page>
    )
  const { cards, answered } = mine.data
  return (
    <WhoIsIt of={mine.data}>
      {cards.map((card, at) => (
        <OwedCard key={`${card.kind} ${card.id}`} of={card} kind={at === 0 ? 'primary' : 'plain'} />
      ))}
      {cards.length === 0 && <p className="notice done">{say(words.nothing)}</p>}
      <Answers of={answered} />
      <Part title={say(words.look)}>
        <Lines>
          <DuesLine />
          <LineLink to="/notices" name={say(words.notices)} />
          <LineLink to="/me" name={say(words.record)} />
        </Lines>
      </Part>
    </WhoIsIt>
  )
}
