import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showInstant } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { entryWords, refusals, words } from '../words/pages.ts'
import './history.css'

type Answer = OutputOf<'journal.findHistory'>
type Entry = Answer['entries'][number]

const EVERY_MS = 1500

/** Whether every revision has its place under a signed checkpoint. */
const isSealed = ({ entries, checkpointSize }: Answer): boolean =>
  entries.every(({ index }) => index !== null && checkpointSize !== null && index < checkpointSize)

const inFours = (hash: string): string =>
  hash
    .slice(0, 16)
    .match(/.{1,4}/g)
    ?.join(' ') ?? hash

function Sealed({ entry, size }: { entry: Entry; size: number | null }): ReactNode {
  const say = useSay()
  if (entry.index === null) return <p className="soft">{say(words.waiting)}</p>
  return (
    <>
      <p>{say(words.place, { n: entry.index + 1 })}</p>
      {entry.leafHash && (
        <p className="soft" title={entry.leafHash}>
          {say(words.seal)} <span className="code">{inFours(entry.leafHash)}…</span>
        </p>
      )}
      <p className="soft">
        {size !== null && entry.index < size ? say(words.sealed, { n: size }) : say(words.unsealed)}
      </p>
    </>
  )
}

function EntryLines({ entry, size }: { entry: Entry; size: number | null }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const done = entryWords[entry.kind]
  return (
    <li>
      <p className="strong">
        {say(words.revision, { n: entry.rev })} · {done ? say(done) : entry.kind}
      </p>
      {entry.received && (
        <p>
          {say(words.received)} <time dateTime={entry.received}>{showInstant(entry.received, language)}</time>
        </p>
      )}
      {entry.occurred && entry.occurred !== entry.received && (
        <p className="soft">
          {say(words.occurred)} {showInstant(entry.occurred, language)}
        </p>
      )}
      <Sealed entry={entry} size={size} />
    </li>
  )
}

/** The sealed history of a record: every revision, when the system received it, and its place in the journal (J1, J2). */
export function History({ subject }: { subject: string }): ReactNode {
  const say = useSay()
  const read = useRead('journal.findHistory', { subject }, { everyMs: EVERY_MS, enough: isSealed })
  return (
    <section className="stack history" aria-label={say(words.history)}>
      <h2>{say(words.history)}</h2>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.findHistory} lines={5} />
      ) : (
        <ol>
          {read.data.entries.toReversed().map((entry) => (
            <EntryLines key={entry.id} entry={entry} size={read.data.checkpointSize} />
          ))}
        </ol>
      )}
      <p className="small soft">{say(words.note)}</p>
    </section>
  )
}
