import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import { parsePeriod } from '../../../kit/period.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { DaySaid } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { MEETING_KINDS } from '../../rules.ts'
import { meetingPath } from '../../ui/paths.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { pieceWords, refusals, words } from '../../words/search.ts'
import { type Asked as Among, Filters } from '../Filters.tsx'
import './search.css'

const INITIAL = { q: '', org: '', kind: '', period: '', state: '' }
type Asked = typeof INITIAL
type Hit = OutputOf<'meetings.searchMeetings'>['hits'][number]
const MOST = 50
const PAUSE_MS = 250

/** A part of a record, what was found marked in it. */
function Excerpt({ of }: { of: Hit['excerpts'][number] }): ReactNode {
  const say = useSay()
  const ends = of.marks.map(([, end]) => end)
  return (
    <p>
      <span className="soft small">{say(pieceWords[of.at])}　</span>
      {of.marks.map(([start, end], at) => (
        <span key={start}>
          {of.text.slice(ends[at - 1] ?? 0, start)}
          <mark>{of.text.slice(start, end)}</mark>
        </span>
      ))}
      {of.text.slice(ends.at(-1) ?? 0)}
    </p>
  )
}

function HitLine({ hit }: { hit: Hit }): ReactNode {
  const say = useSay()
  return (
    <li>
      <div className="row base">
        <Link href={meetingPath(hit.id)} className="strong">
          {hit.subject || say(meetingKindWords[hit.kind])}
        </Link>
        <span className="small soft">
          {say(meetingKindWords[hit.kind])} · <DaySaid of={hit.heldOn} /> · {hit.orgName}
        </span>
      </div>
      {hit.excerpts.map((excerpt) => (
        <Excerpt key={`${excerpt.at}${excerpt.text}`} of={excerpt} />
      ))}
    </li>
  )
}

/** What is typed, written into the address a moment later. */
function Field({ q, set }: { q: string; set: (q: string) => void }): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useState(q)
  const written = useRef(q)
  useEffect(() => {
    if (q === written.current) return
    written.current = q
    setTyped(q)
  }, [q])
  useEffect(() => {
    if (typed === written.current) return
    const timer = setTimeout(() => {
      written.current = typed
      set(typed)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, set])
  return (
    <input
      type="search"
      className="input finder"
      aria-label={say(words.q)}
      placeholder={say(words.qHint)}
      value={typed}
      // biome-ignore lint/a11y/noAutofocus: whoever opens the search comes to type
      autoFocus
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}

/** What the address asks for, as the action takes it; null while nothing is asked. */
function inputOf({ q, org, kind, period }: Asked) {
  const span = parsePeriod(period)
  const ofKind = MEETING_KINDS.find((one) => one === kind)
  if (!q.trim()) return null
  return {
    ...{ q: q.trim(), limit: MOST },
    ...(org && { orgId: org }),
    ...(ofKind && { kind: ofKind }),
    ...(span && { from: span.first, to: span.last }),
  }
}

function Found({ asked, set }: { asked: Asked; set: (change: Partial<Asked>) => void }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.searchMeetings', inputOf(asked), { meanwhile: 'last' })
  if (!asked.q.trim()) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.searchMeetings} lines={12} />
  const { hits, more } = read.data
  const n = hits.length
  const counted = read.isOld ? words.finding : more ? words.foundMore : words.found
  if (n === 0 && !read.isOld)
    return (
      <div className="row" role="status">
        <p className="soft">{say(words.nothing, { q: asked.q })}</p>
        {(asked.org || asked.kind || asked.period) && (
          <Button onPress={() => set({ org: '', kind: '', period: '' })}>{say(words.clear)}</Button>
        )}
      </div>
    )
  return (
    <>
      <p className="small soft" role="status">
        {say(counted, { n })}
      </p>
      <ul className="found-meetings">
        {hits.map((hit) => (
          <HitLine key={hit.id} hit={hit} />
        ))}
      </ul>
    </>
  )
}

/** Finds what was said in meetings; what is asked stands in the address. */
export default function SearchPage(): ReactNode {
  const say = useSay()
  const [asked, set] = useAddress(INITIAL)
  const among: Among = asked
  return (
    <Page title={say(words.title)} under={say(words.lead)}>
      <div className="stack tight">
        <Field q={asked.q} set={(q) => set({ q })} />
        <Filters asked={among} set={set} without="state" />
      </div>
      <Found asked={asked} set={set} />
    </Page>
  )
}
