import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { refusals } from '../../../home/words/pages.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { words } from '../words.ts'
import { useWork } from '../work.ts'
import { type Group, groupsOf, type Hit, matchPages, searchHit, shownGroups } from './hits.ts'
import { BEGINNINGS } from './places.ts'
import './search.css'

const LIST = 'found'
const optionId = (hit: Hit): string => `found-${hit.id}`

/** What was found for what is typed now; `settled`: the server has answered this very question. */
function useFound(q: string) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const typed = q.trim()
  const read = useRead('home.search', typed ? { q: typed } : null, { meanwhile: 'last' })
  const pages = [...useWork(), ...BEGINNINGS.filter(({ needs }) => may(needs))]
  const found = typed && read.state === 'ready' ? groupsOf(read.data, say, language) : []
  const settled = !typed || read.state === 'failed' || (read.state === 'ready' && !read.isOld)
  const groups = shownGroups(found, matchPages(pages, q, say))
  const further =
    typed && may('meetings.searchMeetings')
      ? [{ name: words.searchMeetings, hits: [searchHit(typed, say)] }]
      : []
  return { read, settled, isEmpty: groups.length === 0, groups: [...groups, ...further] }
}

type Listed = {
  readonly groups: readonly Group[]
  readonly at: Hit | undefined
  readonly onGo: (hit: Hit) => void
}

function Options({ groups, at, onGo }: Listed): ReactNode {
  const say = useSay()
  return (
    <div className="hits" id={LIST} role="listbox" aria-label={say(words.found)}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups of options, not field sets
        <div key={group.name.en} role="group" aria-label={say(group.name)}>
          <p aria-hidden="true">{say(group.name)}</p>
          {group.hits.map((hit) => (
            <button
              type="button"
              key={hit.id}
              id={optionId(hit)}
              role="option"
              tabIndex={-1}
              aria-selected={hit === at}
              onClick={() => onGo(hit)}
            >
              <span>{hit.name}</span>
              <span className="small soft">{hit.about}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** What is typed, which hit the keys stand on, and where Enter leads: pressed early, it waits for the answer. */
function useSearching(onClose: () => void) {
  const [, go] = useLocation()
  const [q, setQ] = useState('')
  const [step, setStep] = useState(0)
  const [entered, setEntered] = useState(false)
  const found = useFound(q)
  const hits = found.groups.flatMap((group) => group.hits)
  const at = hits[Math.min(step, hits.length - 1)]
  // Nobody is led elsewhere because the answer failed: the failure is shown.
  const isFailed = found.isEmpty && found.read.state === 'failed'
  const open = (hit: Hit): void => {
    onClose()
    go(hit.to)
  }
  useEffect(() => {
    if (!entered || !found.settled) return
    setEntered(false)
    if (!at || isFailed) return
    onClose()
    go(at.to)
  }, [entered, found.settled, isFailed, at, onClose, go])
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const by = moves[event.key]
    if (by === undefined && event.key !== 'Enter') return
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    if (by === undefined) setEntered(true)
    else setStep((Math.min(step, hits.length - 1) + by + hits.length) % Math.max(hits.length, 1))
  }
  const type = (text: string): void => {
    setQ(text)
    setStep(0)
    setEntered(false)
  }
  return { q, type, at, open, onKeyDown, found, hits }
}

function Nothing({ q, found }: Pick<ReturnType<typeof useSearching>, 'q' | 'found'>): ReactNode {
  const say = useSay()
  if (found.read.state === 'failed') return <Waiting of={found.read} words={refusals.search} />
  return <p className="soft">{say(found.settled ? words.foundNothing : words.finding, { q })}</p>
}

/** The search over everything the person may see: letters, arrows and Enter are enough. */
export default function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const { q, type, at, open, onKeyDown, found, hits } = useSearching(onClose)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (at) document.getElementById(optionId(at))?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <Dialog title={say(words.search)} onClose={onClose}>
      <input
        ref={field}
        type="text"
        className="input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={LIST}
        aria-activedescendant={at && optionId(at)}
        aria-autocomplete="list"
        aria-label={say(words.searchFor)}
        placeholder={say(words.searchFor)}
        autoComplete="off"
        spellCheck={false}
        value={q}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKeyDown}
      />
      {found.isEmpty && <Nothing q={q} found={found} />}
      <Options groups={found.groups} at={at} onGo={open} />
      <p className="small soft unprinted">{say(words.searchKeys)}</p>
    </Dialog>
  )
}
