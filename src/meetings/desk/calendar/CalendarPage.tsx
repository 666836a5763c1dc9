import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { CalendarFeed } from '../../../access/ui/CalendarFeed.tsx'
import { words as feedWords } from '../../../access/words/feed.ts'
import { addMonths, day, type Month, monthOf, parseMonth, partsOf } from '../../../kit/day.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { showMonth, showPeriod, today } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button, ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { Legend } from '../../../kit/web/ui/Mark.tsx'
import { Page, Part } from '../../../kit/web/ui/Page.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { PrintButton } from '../../../kit/web/ui/PrintButton.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { treeOf, useUnits } from '../../../org/ui/units.ts'
import type { Calendar } from '../../ui/calendar.ts'
import { newPlanPath } from '../../ui/paths.ts'
import { refusals, words } from '../../words/calendar.ts'
import { words as planWords } from '../../words/planning.ts'
import { DutyTable } from './DutyTable.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { eventsOf } from './month.ts'
import { LEGEND, YearView } from './YearView.tsx'
import './calendar.css'

const INITIAL = { org: '', view: '', month: '' }
type Asked = typeof INITIAL
type Way = { readonly month: Month; readonly asked: Asked; readonly set: (change: Partial<Asked>) => void }

function UnitPick({ asked, set }: Way): ReactNode {
  const say = useSay()
  const units = treeOf(useUnits()).filter(({ kind }) => kind !== 'partyGroup')
  const branches = units.filter(({ kind }) => kind !== 'committee' && kind !== 'generalBranch')
  if (branches.length < 2) return <span className="strong">{branches[0]?.name}</span>
  return (
    <Pick
      look="auto"
      aria-label={say(words.unit)}
      value={asked.org}
      blank={say(words.allUnits)}
      options={units.map(({ id, name, depth }) => ({
        value: String(id),
        name: `${'　'.repeat(depth)}${name}`,
      }))}
      onChange={(org) => set({ org })}
    />
  )
}

function Turn({ month, asked, set }: Way): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const isYear = asked.view === 'year'
  const turn = (months: number): void => set({ month: monthOf(addMonths(day(`${month}-01`), months)) })
  const step = isYear ? 12 : 1
  return (
    <span className="row turn">
      <Button label={say(words.before)} onPress={() => turn(-step)}>
        <ChevronLeft size={18} aria-hidden />
      </Button>
      <strong aria-live="polite">
        {isYear ? showPeriod(month.slice(0, 4), language) : showMonth(month, language)}
      </strong>
      <Button label={say(words.after)} onPress={() => turn(step)}>
        <ChevronRight size={18} aria-hidden />
      </Button>
      <Button kind="quiet" onPress={() => set({ month: '' })}>
        {say(words.now)}
      </Button>
    </span>
  )
}

function Choices(way: Way): ReactNode {
  const say = useSay()
  const views = [
    { value: 'month', name: say(words.month) },
    { value: 'year', name: say(words.year) },
  ]
  return (
    <search className="row filters calendar-choices">
      <UnitPick {...way} />
      <Pick
        look="auto"
        aria-label={say(words.views)}
        value={way.asked.view || 'month'}
        options={views}
        onChange={(view) => way.set({ view: view === 'year' ? view : '' })}
      />
      <Turn {...way} />
    </search>
  )
}

type Seen = { readonly calendar: Calendar; readonly month: Month; readonly view: 'month' | 'year' }

function Body({ calendar, month, view }: Seen): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const rights = { mayPlan: may('meetings.planMeeting'), mayEnter: may('meetings.enterMeeting') }
  if (calendar.branches.length === 0 && calendar.held.length === 0 && calendar.plans.length === 0)
    return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  if (view === 'year')
    return <YearView calendar={calendar} year={partsOf(day(`${month}-01`)).year} may={rights} />
  return (
    <>
      <div className="stack tight">
        <Legend of={LEGEND} />
        <MonthGrid
          month={month}
          today={calendar.today}
          events={eventsOf(calendar)}
          where={calendar.branches.length > 1 ? 'shown' : 'known'}
        />
      </div>
      <Part title={say(words.duties, { month: showMonth(month, language) })}>
        <DutyTable calendar={calendar} may={rights} />
      </Part>
    </>
  )
}

/** What the rules ask, what is planned and what was done, of a branch or of many: a month or a year; all choices stand in the address. */
export default function CalendarPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asked, set] = useAddress(INITIAL)
  const month = parseMonth(asked.month) ?? monthOf(today())
  const view = asked.view === 'year' ? 'year' : 'month'
  const { year, month: number } = partsOf(day(`${month}-01`))
  const input = { year, ...(asked.org && { orgId: asked.org }), ...(view === 'month' && { month: number }) }
  const read = useRead('meetings.findCalendar', input, { meanwhile: 'last' })
  const [only, ...others] = read.data?.branches ?? []
  const actions = (
    <>
      <PrintButton />
      {only && others.length === 0 && may('meetings.planMeeting') && (
        <ButtonLink kind="primary" to={newPlanPath({ branchId: only.id })}>
          {say(planWords.plan)}
        </ButtonLink>
      )}
    </>
  )
  return (
    <Page title={say(words.title)} under={<Choices {...{ month, asked, set }} />} actions={actions}>
      <div className="calendar stack wide" aria-busy={read.state === 'ready' && read.isOld}>
        {read.state === 'ready' ? (
          <Body calendar={read.data} month={month} view={view} />
        ) : (
          <Waiting of={read} words={refusals.findCalendar} lines={18} />
        )}
      </div>
      <section className="stack tight unprinted">
        <h2>{say(feedWords.title)}</h2>
        <CalendarFeed />
      </section>
    </Page>
  )
}
