import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useAddress } from '../../kit/web/address.ts'
import { showDay, today } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Badge, Empty, Tabs } from '../../kit/web/ui/Parts.tsx'
import { InstantSaid } from '../../kit/web/ui/Said.tsx'
import { LongInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome as Became, Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { HELD_FIELDS } from '../../people/rules/catalogue.ts'
import { personPath } from '../../people/ui/paths.ts'
import { fieldNames } from '../../people/words/catalogue.ts'
import { OUTCOMES, type Outcome } from '../rules.ts'
import { kindWords, outcomeWords, refusals, words } from '../words/pages.ts'
import './voices.css'

type Voice = OutputOf<'voice.list'>['voices'][number]

function Answering({ voice, onClose }: { voice: Voice; onClose: () => void }): ReactNode {
  const say = useSay()
  const answer = useAction('voice.answer')
  const [outcome, setOutcome] = useHeld<Outcome>(`voice.outcome.${voice.id}`, 'done')
  const [text, setText] = useHeld(`voice.text.${voice.id}`, '')
  const title = say(words.answerTo, { name: voice.fromName })
  const send = async (): Promise<void> => {
    if (await answer.send({ id: voice.id, outcome, text })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} length="long" onSend={() => void send()}>
        <p className="said">{voice.text}</p>
        <Became of={answer} words={refusals.answer} />
        <Wrongs of={useWrongs(answer.problem)}>
          <Choose
            path="outcome"
            label={say(words.outcome)}
            value={outcome}
            options={OUTCOMES.map((value) => ({ value, name: say(outcomeWords[value]) }))}
            onChange={(next) => next && setOutcome(next)}
          />
          <LongInput path="text" label={say(words.text)} value={text} onChange={setText} />
        </Wrongs>
        <Send busy={answer.state === 'sending'}>{say(words.send)}</Send>
      </Form>
    </Dialog>
  )
}

function Due({ of }: { of: Voice }): ReactNode {
  const say = useSay()
  const day = showDay(of.answerBy, useLanguage())
  if (of.answer) return <Badge>{say(outcomeWords[of.answer.outcome])}</Badge>
  const isLate = of.answerBy < today()
  return <Badge {...(isLate && { kind: 'late' })}>{say(isLate ? words.overdue : words.by, { day })}</Badge>
}

function About({ of }: { of: Voice }): ReactNode {
  const say = useSay()
  const known = HELD_FIELDS.find((field) => field === of.field)
  const field = known ? say(fieldNames[known]) : of.field
  return (
    <p className="row small soft">
      {of.field && <span>{say(words.field, { field })}</span>}
      {of.page && <span>{say(words.page, { page: of.page })}</span>}
    </p>
  )
}

function From({ of }: { of: Voice }): ReactNode {
  const say = useSay()
  const may = useMay()
  const from = say(words.from, { name: of.fromName, unit: of.orgName ?? say(words.wholeMine) })
  return (
    <p className="row small soft">
      <span>{from}</span>
      <InstantSaid of={of.sentAt} />
      {of.personId && may('people.findPerson') && (
        <Link href={personPath(of.personId)}>{say(words.toPerson)}</Link>
      )}
    </p>
  )
}

function VoiceLine({ of }: { of: Voice }): ReactNode {
  const say = useSay()
  const [isAnswering, setAnswering] = useHeld(`voice.open.${of.id}`, false)
  return (
    <li className="stack tight">
      <div className="row spread base">
        <h2>{say(kindWords[of.kind])}</h2>
        <Due of={of} />
      </div>
      <p className="said">{of.text}</p>
      {(of.field || of.page) && <About of={of} />}
      <From of={of} />
      {of.answer && (
        <div className="notice done">
          <p className="said">{of.answer.text}</p>
          <p className="row small soft">
            <span>{of.answer.byName}</span>
            <InstantSaid of={of.answer.at} />
          </p>
        </div>
      )}
      {!of.answer && (
        <div className="row">
          <Button onPress={() => setAnswering(true)}>{say(words.answer)}</Button>
        </div>
      )}
      {isAnswering && <Answering voice={of} onClose={() => setAnswering(false)} />}
    </li>
  )
}

function Inbox({ voices }: { voices: readonly Voice[] }): ReactNode {
  const say = useSay()
  const [{ state }] = useAddress({ state: 'waiting' })
  const [waiting, answered] = [voices.filter((one) => !one.answer), voices.filter((one) => one.answer)]
  const isWaiting = state !== 'answered'
  const shown = isWaiting ? waiting : answered
  const tabs = [
    { id: 'waiting', name: say(words.waiting), count: waiting.length, to: '/voices' },
    { id: 'answered', name: say(words.answered), count: answered.length, to: '/voices?state=answered' },
  ]
  return (
    <>
      <Tabs label={say(words.title)} tabs={tabs} here={isWaiting ? 'waiting' : 'answered'} />
      {shown.length === 0 && (
        <p className="soft">{say(isWaiting ? words.noneWaiting : words.noneAnswered)}</p>
      )}
      <ul className="voices">
        {shown.map((one) => (
          <VoiceLine key={one.id} of={one} />
        ))}
      </ul>
    </>
  )
}

/** What was said to those who answer: what waits first, by the day it must be answered. */
export default function VoicesPage(): ReactNode {
  const say = useSay()
  const read = useRead('voice.list', {})
  return (
    <Page title={say(words.title)} under={say(words.lead)}>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.list} lines={8} />
      ) : read.data.voices.length === 0 ? (
        <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
      ) : (
        <Inbox voices={read.data.voices} />
      )}
    </Page>
  )
}
