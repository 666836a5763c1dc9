import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { showFullDay, showInstant } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { COMMA, useLanguage, useSay } from '../../kit/web/say.ts'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Badge, Notice } from '../../kit/web/ui/Parts.tsx'
import { Outcome, Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { CLOCK_SLACK_S, isImport } from '../rules/when.ts'
import { refusals } from '../words/pages.ts'
import { sourceWords, words } from '../words/when.ts'
import { LateBadge } from './LateBadge.tsx'

type Answer = OutputOf<'journal.findWhen'>
type Moment = NonNullable<Answer['entered']>

const EVERY_MS = 1500

/** Between when and when witnesses saw it sealed, in one sentence. */
function useProvable({ notBefore, notAfter }: Moment): string | undefined {
  const say = useSay()
  const language = useLanguage()
  const lacks = notBefore && {
    from: showInstant(notBefore.at, language),
    by: notBefore.by.join(COMMA[language]),
    n: notBefore.size,
  }
  const has = notAfter && {
    to: showInstant(notAfter.at, language),
    since: notAfter.by.join(COMMA[language]),
    m: notAfter.size,
  }
  if (lacks && has) return say(words.both, { ...lacks, ...has })
  if (lacks) return say(words.onlyBefore, lacks)
  return has ? say(words.onlyAfter, has) : undefined
}

function Provable({ of }: { of: Moment }): ReactNode {
  const say = useSay()
  const sentence = useProvable(of)
  if (sentence === undefined) return <p className="soft">{say(words.unbounded)}</p>
  return (
    <p>
      {sentence} <span className="soft">{say(words.slack, { n: CLOCK_SLACK_S / 60 })}</span>
    </p>
  )
}

function MomentLines({ of }: { of: Moment }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const at = showInstant(of.recordedAt, language)
  return (
    <>
      <p>{say(words.recorded, { at, source: say(sourceWords[of.source]) })}</p>
      <Provable of={of} />
      {!of.agrees && <Notice kind="late">{say(words.disagrees)}</Notice>}
    </>
  )
}

/** Imports are marked as imports, not as late. */
function After({ of: { daysLate, entered } }: { of: Answer }): ReactNode {
  const say = useSay()
  if (daysLate === null || !entered) return null
  if (isImport(entered.source)) return <Badge>{say(words.importedAfter, { n: daysLate })}</Badge>
  return <LateBadge days={daysLate} />
}

function Lines({ of }: { of: Answer }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { happenedOn, entered, changed } = of
  return (
    <>
      <p className="row">
        {happenedOn ? say(words.happened, { day: showFullDay(happenedOn, language) }) : say(words.noDay)}
        <After of={of} />
      </p>
      {entered ? <MomentLines of={entered} /> : <p className="soft">{say(words.begun)}</p>}
      {isImport(entered?.source ?? '') && <p className="soft">{say(words.imported)}</p>}
      {changed && (
        <>
          <p className="strong">{say(words.changed, { n: changed.rev })}</p>
          <MomentLines of={changed} />
        </>
      )}
    </>
  )
}

function AddReason({ subject }: { subject: string }): ReactNode {
  const say = useSay()
  const [text, setText] = useHeld('late.reason', '')
  const act = useAction('evidence.addReason')
  const send = async (): Promise<void> => {
    if (await act.send({ subject, text })) setText('')
  }
  return (
    <Form label={say(words.addReason)} length="long" onSend={() => void send()}>
      <Outcome of={act} words={refusals.addReason} />
      <textarea
        className="input grows"
        aria-label={say(words.reason)}
        placeholder={say(words.reason)}
        rows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Send kind="plain" busy={act.state === 'sending'}>
        {say(words.addReason)}
      </Send>
    </Form>
  )
}

/** The branch's own words beside a record that came late: more can be added, nothing taken back. */
function Reasons({ of, subject }: { of: Answer; subject: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  if (!of.isLate) return null
  return (
    <>
      {of.reasons.length > 0 && <p className="strong">{say(words.reasons)}</p>}
      {of.reasons.map(({ text, by, at }) => (
        <p key={at}>
          {text}{' '}
          <span className="soft small">{say(words.reasonBy, { by, at: showInstant(at, language) })}</span>
        </p>
      ))}
      {of.reasons.length === 0 && <p className="soft">{say(words.noReason)}</p>}
      {may('evidence.addReason') && (
        <div className="unprinted">
          <AddReason subject={subject} />
        </div>
      )}
    </>
  )
}

/** Whether every revision it speaks of has its place. */
const isPlaced = ({ entered, changed }: Answer): boolean =>
  [entered, changed].every((moment) => moment === null || moment.index !== null)

/** When something took place, when it was recorded, and what can be proven about that, in plain sentences (journal §5). */
export function When({ subject }: { subject: string }): ReactNode {
  const say = useSay()
  const read = useRead('journal.findWhen', { subject }, { everyMs: EVERY_MS, enough: isPlaced })
  return (
    <section className="stack tight when" aria-label={say(words.when)}>
      <h2>{say(words.when)}</h2>
      {read.state === 'ready' ? (
        <>
          <Lines of={read.data} />
          <Reasons of={read.data} subject={subject} />
        </>
      ) : (
        <Waiting of={read} words={refusals.findWhen} lines={3} />
      )}
    </section>
  )
}
