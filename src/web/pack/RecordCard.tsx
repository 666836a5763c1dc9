import type { ReactNode } from 'react'
import { DISCLOSED, stratumIn } from '../../evidence/rules/disclosed.ts'
import type { Shown } from '../../journal/rules/pack/revisions.ts'
import type { PackRecord, PackRevision } from '../../journal/rules/pack/shape.ts'
import { entryWords } from '../../journal/words/pages.ts'
import { showInstant } from '../../kit/web/dates.ts'
import { COMMA, type Language, useLanguage, useSay } from '../../kit/web/say.ts'
import { sayField } from '../../server/opening/say.ts'
import { fieldWords, isOpened } from '../../server/opening/words.ts'
import { RecordWhen, sealedDayOf, showSealedDay } from './RecordWhen.tsx'
import { words } from './words.ts'

const isEmpty = (value: unknown): boolean => value === null || value === ''

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Values as they were sealed, folded: above they stand as people say them. */
function AsSealed({ of }: { of: readonly (readonly [name: string, value: unknown])[] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <details className="small soft">
      <summary>{say(words.asSealed)}</summary>
      <ul>
        {of.map(([name, value]) => (
          <li key={name}>
            {name} <span className="code">{written(value)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What a field is called; as it stands in the leaf where there is no word for it. */
const nameOf = (table: string, name: string, now: Language): string =>
  (isOpened(table) ? fieldWords(table, name)?.[now] : undefined) ?? name

function Content({ revision, table }: { revision: PackRevision; table: string }): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const all = Object.entries(revision.opened)
  const fields = all.filter(([, { value }]) => !isEmpty(value))
  const empty = all.filter(([, { value }]) => isEmpty(value))
  const saidOf = (name: string, value: unknown): string =>
    sayField({ table, name, value, names: {} }, now) ?? written(value)
  const otherwise = fields
    .filter(([name, { value }]) => saidOf(name, value) !== written(value))
    .map(([name, { value }]) => [nameOf(table, name, now), value] as const)
  return (
    <>
      {all.length > 0 && <h3>{say(words.content)}</h3>}
      <dl className="facts">
        {fields.map(([name, { value }]) => [
          <dt key={`${name} name`} title={name}>
            {nameOf(table, name, now)}
          </dt>,
          <dd key={name}>{saidOf(name, value)}</dd>,
        ])}
      </dl>
      <AsSealed of={otherwise} />
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

/** One record: when, what may be seen of it, and its history. */
export function RecordCard({ record, shown, isWrong }: Given): ReactNode {
  const say = useSay()
  const now = useLanguage()
  const { table, subject, stratum, revisions } = record
  const day = sealedDayOf(record, shown)
  const last = revisions.at(-1)
  const name = DISCLOSED[table]?.[now] ?? table
  return (
    <details className="record" open={isWrong}>
      <summary>
        <span aria-hidden="true">{isWrong ? '✗' : '✓'}</span> {name} {day && showSealedDay(day, now)}{' '}
        <span className="small soft">
          {[stratum && stratumIn(stratum, now), subject.slice(0, 13)].filter((part) => part).join(' ')}
        </span>
      </summary>
      <RecordWhen record={record} shown={shown} />
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
