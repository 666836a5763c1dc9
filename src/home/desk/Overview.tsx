import { type ReactNode, useMemo } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { partsOf } from '../../kit/day.ts'
import { useAddress } from '../../kit/web/address.ts'
import { showDay, today } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Legend, markWords, State } from '../../kit/web/ui/Mark.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { YearStrip } from '../../kit/web/ui/YearStrip.tsx'
import { useMay } from '../../kit/web/who.ts'
import { branchPath } from '../../org/ui/paths.ts'
import { useUnits } from '../../org/ui/units.ts'
import { words as todayWords } from '../words/open.ts'
import { refusals, words } from '../words/pages.ts'
import { type Asked, Filters, INITIAL } from './Filters.tsx'
import { arrange, type Branch, ORDERS, openSums, rowMarks } from './overview.ts'
import { OverviewPapers } from './Papers.tsx'
import { Cards } from './today/Cards.tsx'
import { WhoLacks } from './today/WhoLacks.tsx'
import './home.css'

/** So many branches are seen at a glance, without filters. */
const FEW = 4

type Seen = OutputOf<'home.findOverview'>

function BranchLabel({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  return (
    <>
      <Link href={branchPath(branch.id)} className="name">
        {branch.name}
      </Link>
      <span className="small soft about">
        {branch.secretary || say(words.noSecretary)} ·{' '}
        {say(words.memberCount, { n: branch.members.full + branch.members.probationary })}
      </span>
    </>
  )
}

/** How many windows are missed and due, as shape and number; the words stand in the legend above. */
function OpenCount({ branch }: { branch: Branch }): ReactNode {
  const say = useSay()
  return (
    <>
      {(['missed', 'due'] as const).map((state) =>
        branch[state] > 0 ? (
          <State key={state} state={state}>
            {branch[state]}
            <span className="unseen"> {say(markWords[state])}</span>
          </State>
        ) : (
          <span key={state} />
        ),
      )}
    </>
  )
}

function Strips({
  branches,
  year,
  now,
}: {
  branches: readonly Branch[]
  year: number
  now: Seen['today']
}): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { year: thisYear, month } = partsOf(now)
  const rows = useMemo(
    () =>
      branches.map((branch) => ({
        id: branch.id,
        label: <BranchLabel branch={branch} />,
        tail: <OpenCount branch={branch} />,
        marks: rowMarks(branch, year, say, language),
      })),
    [branches, year, say, language],
  )
  const heads = { caption: say(words.overviewLead), corner: say(words.branch), tail: say(words.openCount) }
  return (
    <div className="overview">
      <YearStrip {...heads} rows={rows} now={thisYear === year ? month : undefined} />
    </div>
  )
}

function Nothing(): ReactNode {
  const say = useSay()
  const may = useMay()
  const mayStart = may('ledger.preview') || may('ledger.loadDemo')
  return (
    <Empty
      title={say(words.emptyTitle)}
      action={
        mayStart && (
          <ButtonLink kind="primary" to="/start">
            {say(words.start)}
          </ButtonLink>
        )
      }
    >
      {say(mayStart ? words.empty : words.emptyScoped)}
    </Empty>
  )
}

function Counts({ shown, all }: { shown: readonly Branch[]; all: number }): ReactNode {
  const say = useSay()
  const n = shown.length
  return (
    <div className="row spread small soft">
      <span role="status">
        {n === all ? say(words.branches, { n }) : say(words.branchesOf, { n, all })}
        {' · '}
        {say(words.openSums, openSums(shown))}
      </span>
      <Legend />
    </div>
  )
}

type Looked = { seen: Seen; asked: Asked; set: (change: Partial<Asked>) => void }

function useArranged({ seen, asked }: Looked): Branch[] {
  const units = useUnits()
  const below = units.filter((unit) => unit.parentId === asked.under).map(({ id }) => String(id))
  const order = ORDERS.find((one) => one === asked.sort) ?? 'code'
  const filter = { q: asked.q, open: asked.open !== '', ...(asked.under && { only: new Set(below) }) }
  return arrange(seen.branches, filter, order)
}

function Branches(looked: Looked): ReactNode {
  const say = useSay()
  const { seen, asked, set } = looked
  const units = useUnits()
  const shown = useArranged(looked)
  return (
    <>
      {seen.branches.length > FEW && <Filters asked={asked} set={set} units={units} />}
      <Counts shown={shown} all={seen.branches.length} />
      {shown.length === 0 ? (
        <div className="row">
          <p className="soft">{say(words.noneFit)}</p>
          <Button onPress={() => set({ ...INITIAL, year: asked.year })}>{say(words.clear)}</Button>
        </div>
      ) : (
        <Strips branches={shown} year={Number(asked.year)} now={seen.today} />
      )}
    </>
  )
}

/** Above the strips: what is open now, as cards for a branch or a few, as lines for many. */
function Open({ seen }: { seen: Seen }): ReactNode {
  const may = useMay()
  if (!may('home.findOpen')) return null
  const fullMembers = seen.branches.reduce((sum, { members }) => sum + members.full, 0)
  return seen.branches.length <= FEW ? <Cards fullMembers={fullMembers} /> : <WhoLacks />
}

/** What the page is called: the day for who has a few branches, the year for who sees many. */
function useHead(seen: Seen | undefined, year: string): { title: string; under: string } {
  const say = useSay()
  const language = useLanguage()
  if (seen && seen.branches.length > 0 && seen.branches.length <= FEW)
    return {
      title: `${say(todayWords.today)} · ${showDay(seen.today, language)}`,
      under: say(todayWords.todayLead),
    }
  return { title: `${say(words.overview)} · ${say(words.yearOf, { year })}`, under: say(words.overviewLead) }
}

/** Today: what is due and at risk, then every branch with its year, one strip each. Never ranked by score. */
export default function Overview(): ReactNode {
  const thisYear = today().slice(0, 4)
  const [found, set] = useAddress<Asked>({ ...INITIAL, year: thisYear })
  const asked = /^\d{4}$/.test(found.year) ? found : { ...found, year: thisYear }
  const read = useRead('home.findOverview', { year: asked.year })
  return (
    <Page {...useHead(read.data, asked.year)} actions={<OverviewPapers year={asked.year} />}>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.findOverview} lines={16} />
      ) : read.data.branches.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <Open seen={read.data} />
          <Branches seen={read.data} asked={asked} set={set} />
        </>
      )}
    </Page>
  )
}
