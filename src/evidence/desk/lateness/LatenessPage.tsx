import type { ReactNode } from 'react'
import { reachOf } from '../../../access/rules/may.ts'
import { LATE_AFTER_DAYS } from '../../../journal/rules/when.ts'
import { parseDay } from '../../../kit/day.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { showFullDay, today } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Page, Part } from '../../../kit/web/ui/Page.tsx'
import { Empty, Why } from '../../../kit/web/ui/Parts.tsx'
import { Bones, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { type Placed, treeWithin, useUnits } from '../../../org/ui/units.ts'
import { refusals, words } from '../../words/lateness.ts'
import { type Answer, type Asked, behindPath, CLOSED } from './asked.ts'
import { Behind } from './Behind.tsx'
import { Bars, SpreadTable } from './Spread.tsx'
import './lateness.css'

type Shown = { readonly asked: Asked; readonly set: (change: Partial<Asked>) => void }

/** The units whose lateness the person may look at, the highest first; empty until they are known. */
function useOwnUnits(): Placed[] {
  const units = useUnits()
  const me = useRead('access.findMe', {})
  if (me.state !== 'ready') return []
  return treeWithin(units, reachOf(me.data, 'evidence.findLateness'))
}

function Filters({ asked, set }: Shown): ReactNode {
  const say = useSay()
  const units = useOwnUnits().filter(({ kind }) => kind !== 'partyGroup')
  return (
    <search className="row unprinted filters lateness-filters">
      <Pick
        look="auto"
        aria-label={say(words.unit)}
        value={asked.org}
        options={units.map(({ id, name }) => ({ value: String(id), name }))}
        onChange={(org) => set({ org, ...CLOSED })}
      />
      <DayInput path="from" label={say(words.from)} value={asked.from} onChange={(from) => set({ from })} />
      <DayInput path="to" label={say(words.to)} value={asked.to} onChange={(to) => set({ to })} />
    </search>
  )
}

/** What stands out before announced inspections: a group of its own, with the branch's reasons counted. */
function Before({ of, asked }: { of: Answer['before']; asked: Asked }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.length === 0) return null
  return (
    <Part title={say(words.before)}>
      <p className="soft">{say(words.beforeLead, { days: LATE_AFTER_DAYS })}</p>
      <ul className="stack tight">
        {of.map(({ id, title, announcedOn, visitOn, kinds }) => {
          const n = kinds.reduce((all, kind) => all + kind.n, 0)
          const reasoned = kinds.reduce((all, kind) => all + kind.reasoned, 0)
          const [announced, visit] = [showFullDay(announcedOn, language), showFullDay(visitOn, language)]
          return (
            <li key={id}>
              <Why to={behindPath(asked, { inspection: id })} says={say(words.rows)}>
                {say(words.beforeLine, { title, announced, visit, n, reasoned })}
              </Why>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

function Spreads({ of, asked }: { of: Answer; asked: Asked }): ReactNode {
  const say = useSay()
  const { all, entered, imported } = of
  const facts = { of: all.of, late: all.late, reasoned: all.reasoned, days: LATE_AFTER_DAYS }
  const isOneKind = entered.length === 1
  const judged = all.late > 0 ? say(words.sentence, facts) : say(words.allInTime, facts)
  const sentence = all.of > 0 ? judged : say(words.none)
  return (
    <>
      <p className="lead" role="status">
        {sentence}
      </p>
      {all.of > 0 && (
        <div className="lag-beside">
          <Bars of={all} bands={of.bands} />
          <SpreadTable
            of={of}
            spreads={isOneKind ? entered : [...entered, all]}
            asked={asked}
            source="entered"
          />
        </div>
      )}
      <Before of={of.before} asked={asked} />
      {imported.length > 0 && (
        <Part title={say(words.imported)}>
          <p className="soft">{say(words.importedLead)}</p>
          <div className="lag-beside">
            <SpreadTable of={of} spreads={imported} asked={asked} source="imported" />
          </div>
        </Part>
      )}
    </>
  )
}

function Body({ asked, set }: Shown): ReactNode {
  const say = useSay()
  const [from, to] = [parseDay(asked.from), parseDay(asked.to)]
  const input = asked.org && from && to ? { orgId: asked.org, from, to } : null
  const read = useRead('evidence.findLateness', input, { meanwhile: 'last' })
  if (!input) return <Bones lines={6} />
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.findLateness} lines={12} />
  const { all, imported } = read.data
  if (all.of === 0 && imported.length === 0)
    return <Empty title={say(words.noneTitle)}>{say(words.empty)}</Empty>
  return (
    <>
      <Spreads of={read.data} asked={asked} />
      {asked.rows && <Behind asked={asked} set={set} />}
    </>
  )
}

/** Of what took place in a unit: how many days after it was recorded, each number with its records (journal §5). Never a rank. */
export default function LatenessPage(): ReactNode {
  const say = useSay()
  const [first] = useOwnUnits()
  const initial = { org: first?.id ?? '', from: `${today().slice(0, 4)}-01-01`, to: today(), ...CLOSED }
  const [asked, set] = useAddress<Asked>(initial)
  return (
    <Page title={say(words.lateness)} under={say(words.lead)}>
      <Filters asked={asked} set={set} />
      <Body asked={asked} set={set} />
    </Page>
  )
}
