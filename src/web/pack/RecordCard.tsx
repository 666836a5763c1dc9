import type { ReactNode } from 'react'
import { DISCLOSED } from '../../evidence/rules/disclosed.ts'
import { lastSecondOf, type Shown } from '../../journal/rules/pack/revisions.ts'
import type { PackRecord, PackRevision } from '../../journal/rules/pack/shape.ts'
import { daysLate, isLate } from '../../journal/rules/when.ts'
import { entryWords } from '../../journal/words/pages.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import { showDay, showInstant, ZONE } from '../../kit/web/dates.ts'
import { COMMA, type Language, useLanguage, useSay } from '../../kit/web/say.ts'
import { fieldWords, isOpened } from '../../server/opening/words.ts'
import { words } from './words.ts'

const instantOf = (second: number): string => new Date(second * 1000).toISOString()

function Proved({ bounds: { notBefore, notAfter } }: { bounds: Shown['bounds'] }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const from = notBefore && showInstant(instantOf(notBefore.timeS), now)
  const to = notAfter && showInstant(instantOf(lastSecondOf(notAfter.timeS)), now)
  if (from && to) return <p>{say(words.between, { from, to, n: notBefore.size, m: notAfter.size })}</p>
  if (from) return <p>{say(words.onlyFrom, { from, n: notBefore.size })}</p>
  if (to) return <p>{say(words.onlyTo, { to, m: notAfter.size })}</p>
  return <p>{say(words.unbounded)}</p>
}

const isEmpty = (value: unknown): boolean => value === null || value === ''

/** A value as somebody reads it: text bare, the rest as it is written. */
const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What a field is called; as it stands in the leaf where there is no word for it. */
const nameOf = (table: string, name: string, now: Language): string =>
  (isOpened(table) ? fieldWords(table, name)?.[now] : undefined) ?? name

function Content({ revision, table }: { revision: PackRevision; table: string }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const all = Object.entries(revision.opened)
  const fields = all.filter(([, { value }]) => !isEmpty(value))
  const empty = all.filter(([, { value }]) => isEmpty(value))
  return (
    <>
      {all.length > 0 && <h3>{say(words.content)}</h3>}
      <dl className="facts">
        {fields.map(([name, { value }]) => [
          <dt key={`${name} name`} title={name}>
            {nameOf(table, name, now)}
          </dt>,
          <dd key={name}>{shownValue(value)}</dd>,
        ])}
      </dl>
      {empty.length > 0 && (
        <p className="small soft">
          {say(words.empties, { names: empty.map(([name]) => nameOf(table, name, now)).join(COMMA[now]) })}
        </p>
      )}
      {revision.withheld.length > 0 && (
        <p className="small soft">
          {say(words.withheld, {
            names: revision.withheld.map((name) => nameOf(table, name, now)).join(COMMA[now]),
          })}
        </p>
      )}
      {revision.erased !== null && <p>{say(words.gone, { n: revision.erased + 1 })}</p>}
    </>
  )
}

function HistoryLine({ at, shown: { entry, index } }: { at: number; shown: Shown }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  if (!entry) return <li>{`${say(words.revision, { rev: at + 1 })} ${say(words.unread)}`}</li>
  const parts = [
    say(words.revision, { rev: at + 1 }),
    entryWords[entry.kind]?.[now] ?? entry.kind,
    say(words.received, { at: showInstant(entry.received, now) }),
    index === undefined ? '' : say(words.place, { n: index + 1 }),
  ]
  return <li>{parts.filter((part) => part).join(COMMA[now])}</li>
}

type Given = { readonly record: PackRecord; readonly shown: readonly Shown[]; readonly isWrong: boolean }

/** When it took place and when it was recorded, as far as the pack says. */
function When({ record: { happened, reason }, shown }: Omit<Given, 'isWrong'>): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const received = shown[0]?.entry?.received
  const day = happened as Day | null
  const recordedOn = received === undefined ? undefined : dayAt(new Date(received), ZONE)
  const parts = [
    day && say(words.happened, { day: showDay(day, now) }),
    received && say(words.received, { at: showInstant(received, now) }),
  ].filter((part) => part)
  return (
    <>
      <p>
        {parts.join(COMMA[now])}{' '}
        {day && recordedOn && isLate(day, recordedOn) && (
          <span className="badge late">{say(words.late, { n: daysLate(day, recordedOn) })}</span>
        )}
      </p>
      {reason && <p className="amber">{say(words.reason, reason)}</p>}
      {shown[0] && <Proved bounds={shown[0].bounds} />}
    </>
  )
}

/** One record: when, what may be seen of it, and its history. */
export function RecordCard({ record, shown, isWrong }: Given): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const { table, subject, stratum, happened, revisions } = record
  const last = revisions.at(-1)
  const name = DISCLOSED[table]?.[now] ?? record.title
  return (
    <details className="record" open={isWrong}>
      <summary>
        <span aria-hidden="true">{isWrong ? '✗' : '✓'}</span> {name}{' '}
        {happened && showDay(happened as Day, now)}{' '}
        <span className="small soft">{[stratum, subject.slice(0, 13)].filter((part) => part).join(' ')}</span>
      </summary>
      <When record={record} shown={shown} />
      {last && <Content revision={last} table={table} />}
      <h3>{say(words.history)}</h3>
      <ol className="history small">
        {shown.map((one, at) => (
          <HistoryLine key={one.index ?? `unread ${at}`} at={at} shown={one} />
        ))}
      </ol>
      <p className="small soft code">{subject}</p>
    </details>
  )
}
