import type { ReactNode } from 'react'
import { PrintedCheck } from '../../../journal/ui/PrintedCheck.tsx'
import { WitnessTroubles } from '../../../journal/ui/Troubles.tsx'
import { refusals } from '../../../journal/words/pages.ts'
import { parseDay } from '../../../kit/day.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { showInstant } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { words } from '../../words/journal.ts'
import { type Answer, EntryDays } from './EntryDays.tsx'
import { type Asked, Filters, INITIAL } from './Filters.tsx'
import './journal.css'
import { NoRecords } from '../../../meetings/ui/NoRecords.tsx'

const PAGE = 300

function Stands({ of }: { of: Answer }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { size: n, sealed } = of
  return (
    <p className="small soft" role="status">
      {sealed
        ? say(words.stands, { n, sealed: sealed.size, at: showInstant(sealed.at, language) })
        : say(words.standsUnsealed, { n })}
    </p>
  )
}

type Looked = { readonly of: Answer; readonly asked: Asked; readonly set: (change: Partial<Asked>) => void }

/** The way to take the filters away, where one is set. */
const clearing = ({ asked, set }: Omit<Looked, 'of'>): (() => void) | undefined =>
  Object.values(asked).some(Boolean) ? () => set(INITIAL) : undefined

function Entries({ of, asked, set }: Looked): ReactNode {
  const say = useSay()
  const { next } = of
  return (
    <>
      <Stands of={of} />
      {of.entries.length === 0 ? (
        <NoRecords words={words} onClear={clearing({ asked, set })} />
      ) : (
        <EntryDays entries={of.entries} goesOn={{ above: asked.before !== '', below: next !== null }} />
      )}
      <div className="row unprinted">
        {asked.before && <Button onPress={() => set({ before: '' })}>{say(words.latest)}</Button>}
        {next && <Button onPress={() => set({ before: next })}>{say(words.older)}</Button>}
      </div>
    </>
  )
}

/** What was recorded when: by day, by unit, by what was done; each entry leads to its history and its check (J1–J3). */
export default function JournalPage(): ReactNode {
  const say = useSay()
  const [asked, set] = useAddress<Asked>(INITIAL)
  const { org, kind, before } = asked
  const [from, to] = [parseDay(asked.from), parseDay(asked.to)]
  const input = {
    limit: PAGE,
    ...(org && { orgId: org }),
    ...(kind && { kind }),
    ...(from && { from }),
    ...(to && { to }),
    ...(before && { before }),
  }
  const read = useRead('journal.listEntries', input, { meanwhile: 'last' })
  return (
    <Page title={say(words.journal)} under={say(words.journalLead)}>
      <WitnessTroubles />
      <PrintedCheck />
      <Filters asked={asked} set={(change) => set({ before: '', ...change })} />
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.listEntries} lines={16} />
      ) : (
        <Entries of={read.data} asked={asked} set={set} />
      )}
    </Page>
  )
}
