import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { parsePeriod } from '../../kit/period.ts'
import { useAddress } from '../../kit/web/address.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { LISTED_STATES } from '../rules/listed.ts'
import { MEETING_KINDS } from '../rules.ts'
import { words } from '../words/listed.ts'
import { words as meetingWords, refusals } from '../words/pages.ts'
import { type Asked, Filters, INITIAL } from './Filters.tsx'
import { COLUMNS } from './listed.tsx'
import './meetings.css'
import { NoRecords } from '../ui/NoRecords.tsx'

const MOST = 300

type Seen = OutputOf<'meetings.listHeld'>
type Shown = {
  readonly seen: Seen
  readonly asked: Asked
  readonly set: (change: Partial<Asked>) => void
}

/** The way to take the filters away, where one is set. */
const clearing = ({ asked, set }: Omit<Shown, 'seen'>): (() => void) | undefined =>
  Object.values(asked).some(Boolean) ? () => set(INITIAL) : undefined

function Listed({ seen, asked, set }: Shown): ReactNode {
  const say = useSay()
  const { meetings, sums } = seen
  return (
    <>
      <p className="small soft" role="status">
        {say(words.sums, sums)}
        {sums.meetings > meetings.length && ` · ${say(words.latestOnly, { n: meetings.length })}`}
      </p>
      <DataTable
        caption={words.meetings}
        rows={meetings}
        keyOf={({ id }) => id}
        columns={COLUMNS}
        long={{ name: 'meetings', empty: <NoRecords words={words} onClear={clearing({ asked, set })} /> }}
      />
    </>
  )
}

/** What the address asks for, as the action takes it; what is no unit, kind or period is left out. */
function inputOf({ org, kind, period, state }: Asked) {
  const span = parsePeriod(period)
  const ofKind = MEETING_KINDS.find((one) => one === kind)
  const inState = LISTED_STATES.find((one) => one === state)
  return {
    limit: MOST,
    ...(org && { orgId: org }),
    ...(ofKind && { kind: ofKind }),
    ...(inState && { state: inState }),
    ...(span && { from: span.first, to: span.last }),
  }
}

/** All meetings of the units one may see, latest first; the filters stand in the address. */
export default function MeetingsPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asked, set] = useAddress<Asked>(INITIAL)
  const read = useRead('meetings.listHeld', inputOf(asked), { meanwhile: 'last' })
  const enter = may('meetings.enterMeeting') && (
    <ButtonLink kind="primary" to={asked.org ? `/meetings/new?branch=${asked.org}` : '/meetings/new'}>
      {say(meetingWords.enter)}
    </ButtonLink>
  )
  return (
    <Page title={say(words.meetings)} under={say(words.lead)} actions={enter}>
      <Filters asked={asked} set={set} />
      {read.state === 'ready' ? (
        <Listed seen={read.data} asked={asked} set={set} />
      ) : (
        <Waiting of={read} words={refusals.listHeld} lines={16} />
      )}
    </Page>
  )
}
