import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAddress } from '../../../kit/web/address.ts'
import { showDay, showWindow } from '../../../kit/web/dates.ts'
import { type Language, useLanguage, useSay, type Words } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { markWords, State } from '../../../kit/web/ui/Mark.tsx'
import { branchPath } from '../../../org/ui/paths.ts'
import {
  type Calendar,
  type Duty,
  type Place,
  stateOf,
  type Way,
  type Window,
  wayOf,
} from '../../ui/calendar.ts'
import { nameOfDuty } from '../../ui/duties.ts'
import { words } from '../../words/calendar.ts'

const WHICH = ['unplanned', 'everything'] as const
type Which = 'undone' | (typeof WHICH)[number]

/** A window of a duty of a branch, one line of the table. */
type Line = {
  readonly duty: Duty
  readonly window: Window
  readonly place: Place
  readonly way: Way | undefined
}

const SHOWN: Readonly<Record<Which, readonly string[]>> = {
  undone: ['missed', 'due', 'planned'],
  unplanned: ['due'],
  everything: ['missed', 'due', 'planned', 'late', 'done'],
}

/** The windows to show, the soonest end first. */
function linesOf(
  { branches, today }: Calendar,
  which: Which,
  may: Pick<Place, 'mayPlan' | 'mayEnter'>,
): Line[] {
  return branches
    .flatMap((branch) => {
      const place = { branch, today, ...may }
      return branch.duties.flatMap((duty) =>
        duty.windows.map((window) => ({ duty, window, place, way: wayOf(duty, window, place) })),
      )
    })
    .filter(({ window }) => SHOWN[which].includes(stateOf(window)))
    .toSorted((a, b) => (a.window.last < b.window.last ? -1 : a.window.last > b.window.last ? 1 : 0))
}

function StateOf({ of: { window } }: { of: Line }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const state = stateOf(window)
  return (
    <State state={state}>
      {state === 'planned' && window.planned
        ? say(words.plannedOn, { day: showDay(window.planned.day, language) })
        : say(markWords[state])}
    </State>
  )
}

function WayOf({ of: { way, duty, place } }: { of: Line }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!way) return null
  return (
    <Link href={way.to}>
      {say(way.says)}
      <span className="unseen">
        {' '}
        {`${place.branch.name} ${nameOfDuty(duty, place.branch.name, language)}`}
      </span>
    </Link>
  )
}

const until = ({ window }: Line, language: Language): string => showWindow(window.window, language)

function By({ of }: { of: Line }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return say(words.windowUntil, { window: until(of, language), day: showDay(of.window.last, language) })
}

const columnsIn = (language: Language): readonly Column<Line>[] => [
  {
    head: words.duty,
    kind: 'main',
    value: ({ duty, place }) => nameOfDuty(duty, place.branch.name, language),
    cell: ({ duty, place }) => (
      <span title={duty.source}>{nameOfDuty(duty, place.branch.name, language)}</span>
    ),
  },
  {
    head: words.branch,
    value: ({ place }) => place.branch.name,
    cell: ({ place }) => <Link href={branchPath(place.branch.id)}>{place.branch.name}</Link>,
  },
  { head: words.window, value: ({ window }) => window.last, cell: (line) => <By of={line} /> },
  {
    head: words.state,
    value: ({ window }, say) => say(markWords[stateOf(window)]),
    cell: (line) => <StateOf of={line} />,
  },
  { head: words.way, cell: (line) => <WayOf of={line} /> },
]

const NAMES: Readonly<Record<Which, Words>> = {
  undone: words.undone,
  unplanned: words.unplanned,
  everything: words.everything,
}

function WhichPick({ which, set }: { which: Which; set: (which: string) => void }): ReactNode {
  const say = useSay()
  return (
    <Pick
      look="auto"
      aria-label={say(words.which)}
      value={which}
      options={(['undone', ...WHICH] as const).map((value) => ({ value, name: say(NAMES[value]) }))}
      onChange={(value) => set(value === 'undone' ? '' : value)}
    />
  )
}

type Shown = { readonly calendar: Calendar; readonly may: Pick<Place, 'mayPlan' | 'mayEnter'> }

/** The duties whose window touches the month, each with where it stands and the next step: planning it is one click. */
export function DutyTable({ calendar, may }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const [{ which: asked }, set] = useAddress({ which: '' })
  const which = WHICH.find((one) => one === asked) ?? 'undone'
  const isOne = calendar.branches.length < 2
  const lines = linesOf(calendar, which, may)
  const pick = <WhichPick which={which} set={(next) => set({ which: next })} />
  const nothing = <p className="soft">{say(words.nothing)}</p>
  const table = {
    caption: words.way,
    rows: lines,
    keyOf: ({ duty, window, place }: Line) => `${place.branch.id}${duty.kind}${duty.groupId}${window.window}`,
    columns: columnsIn(language).filter(({ head }) => !isOne || head !== words.branch),
  }
  if (isOne)
    return (
      <>
        <div className="row unprinted">{pick}</div>
        {lines.length === 0 ? nothing : <DataTable {...table} />}
      </>
    )
  return (
    <DataTable
      {...table}
      long={{
        name: 'calendar',
        tools: pick,
        empty: (
          <div className="row">
            {pick}
            {nothing}
          </div>
        ),
      }}
    />
  )
}
