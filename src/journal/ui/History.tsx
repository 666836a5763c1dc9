import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showInstant } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Bones, Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { entryWords, refusals, words } from '../words/pages.ts'
import { words as proofWords } from '../words/proof.ts'
import { When } from './When.tsx'
import './history.css'

/** The hashing and the curve come with it, only when somebody asks. */
const Proof = lazy(() => import('./Proof.tsx'))

type Answer = OutputOf<'journal.findHistory'>
type Entry = Answer['entries'][number]

const EVERY_MS = 1500

/** Whether an entry of the log that grows stands under a signed checkpoint. */
const isUnder = ({ index, log }: Entry, size: number | null): boolean =>
  log === null && index !== null && size !== null && index < size

/** Whether every revision has its place under a signed checkpoint. */
const isSealed = ({ entries, checkpointSize }: Answer): boolean =>
  entries.every((entry) => entry.log !== null || isUnder(entry, checkpointSize))

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
      <p>{say(entry.log ? words.placeEnded : words.place, { n: entry.index + 1, log: entry.log ?? '' })}</p>
      {entry.leafHash && (
        <p className="soft" title={entry.leafHash}>
          {say(words.seal)} <span className="code">{inFours(entry.leafHash)}…</span>
        </p>
      )}
      {entry.log === null && (
        <p className="soft">
          {isUnder(entry, size) ? say(words.sealed, { n: size ?? 0 }) : say(words.unsealed)}
        </p>
      )}
    </>
  )
}

type Line = {
  readonly entry: Entry
  readonly size: number | null
  readonly subject: string
  /** What stands in the tables is the latest revision. */
  readonly stands: 'latest' | 'earlier'
}

/** A revision that is sealed can be checked on the spot. */
function Verify({ entry, subject, stands }: Omit<Line, 'size'>): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const { rev, leafHash } = entry
  const claim = useMemo(() => ({ subject, rev, leafHash: leafHash ?? '' }), [subject, rev, leafHash])
  return (
    <div className="stack tight unprinted">
      <div className="row">
        <Button expanded={open} onPress={() => setOpen(!open)}>
          {say(open ? proofWords.hideProof : proofWords.verify)}
        </Button>
      </div>
      {open && (
        <Suspense fallback={<Bones lines={5} />}>
          <Proof entryId={entry.id} claim={claim} stands={stands} />
        </Suspense>
      )}
    </div>
  )
}

function EntryLines({ entry, size, subject, stands }: Line): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const done = entryWords[entry.kind]
  return (
    <li>
      <p className="strong">
        {say(words.revision, { n: entry.rev })} · {done ? say(done) : entry.kind}
      </p>
      {entry.by && <p>{say(words.by, { name: entry.by })}</p>}
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
      {isUnder(entry, size) && may('journal.findProof') && <Verify {...{ entry, subject, stands }} />}
    </li>
  )
}

function Revisions({ subject }: { subject: string }): ReactNode {
  const say = useSay()
  const read = useRead('journal.findHistory', { subject }, { everyMs: EVERY_MS, enough: isSealed })
  return (
    <section className="stack history" aria-label={say(words.history)}>
      <h2>{say(words.history)}</h2>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.findHistory} lines={5} />
      ) : (
        <ol>
          {read.data.entries.toReversed().map((entry, at) => (
            <EntryLines
              key={entry.id}
              {...{ entry, subject, size: read.data.checkpointSize, stands: at === 0 ? 'latest' : 'earlier' }}
            />
          ))}
        </ol>
      )}
      <p className="small soft">{say(words.note)}</p>
    </section>
  )
}

/** What a record proves about its time, and its sealed history: every revision, when the system received it, its place in the journal (J1, J2). */
export function History({ subject }: { subject: string }): ReactNode {
  const may = useMay()
  return (
    <div className="stack">
      {may('journal.findWhen') && <When subject={subject} />}
      <Revisions subject={subject} />
    </div>
  )
}
