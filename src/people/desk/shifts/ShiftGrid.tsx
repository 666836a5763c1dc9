import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import { type Day, partsOf } from '../../../kit/day.ts'
import { showDay, today } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { personPath } from '../../ui/paths.ts'
import { words } from '../../words/shifts.ts'
import { countOn, type MonthRota, type OnRota } from './typed.ts'

/** A cell: whose row, which day of the month from 0. */
export type At = { readonly row: number; readonly day: number }

type Shown = {
  readonly rota: MonthRota
  readonly caption: string
  readonly at: At
  readonly onMove: (at: At) => void
  /** A key that says something of the cell; undefined: nobody here may. */
  readonly onKey: ((key: string) => void) | undefined
}

const STEPS: Readonly<Record<string, At>> = {
  ArrowLeft: { row: 0, day: -1 },
  ArrowRight: { row: 0, day: 1 },
  ArrowUp: { row: -1, day: 0 },
  ArrowDown: { row: 1, day: 0 },
}

const weekend = (on: Day): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
const short = (shift: string | null, rest: string): string =>
  shift === '' ? rest : (shift?.slice(0, 1) ?? '')
const inside = (at: number, length: number): number => Math.min(Math.max(at, 0), length - 1)

type CellOf = Pick<Shown, 'at' | 'onMove'> & { readonly one: OnRota; readonly here: At; readonly on: Day }

function Cell({ one, here, on, at, onMove }: CellOf): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { shift = null, isSet = false } = one.shifts[here.day] ?? {}
  const name = shift === '' ? say(words.rest) : (shift ?? say(words.unknown))
  const isHere = at.row === here.row && at.day === here.day
  const says = say(words.cell, { name: one.name, day: showDay(on, language), shift: name })
  return (
    <td
      data-head={partsOf(on).date}
      data-rest={shift === '' || undefined}
      data-now={on === today() || undefined}
    >
      <button
        type="button"
        className="cell"
        tabIndex={isHere ? 0 : -1}
        data-here={isHere || undefined}
        data-set={isSet || undefined}
        data-at={`${here.row}.${here.day}`}
        title={isSet ? `${says} · ${say(words.set)}` : says}
        aria-label={says}
        onFocus={() => onMove(here)}
        onClick={() => onMove(here)}
      >
        {short(shift, say(words.rest).slice(0, 3))}
      </button>
    </td>
  )
}

function Row({ row, ...of }: Pick<Shown, 'rota' | 'at' | 'onMove'> & { row: number }): ReactNode {
  const one = of.rota.people[row]
  if (!one) return null
  return (
    <tr>
      <th scope="row">
        <Link href={personPath(one.personId)} tabIndex={-1}>
          {one.name}
        </Link>{' '}
        <span className="soft">{one.crew}</span>
      </th>
      {of.rota.days.map((on, day) => (
        <Cell key={on} {...{ one, on, here: { row, day } }} at={of.at} onMove={of.onMove} />
      ))}
    </tr>
  )
}

function Foot({ rota }: Pick<Shown, 'rota'>): ReactNode {
  const say = useSay()
  return (
    <tfoot>
      {(rota.system?.shifts ?? []).map(({ name }) => (
        <tr key={name}>
          <th scope="row">{say(words.countOf, { shift: name })}</th>
          {rota.days.map((on, at) => (
            <td key={on} data-head={partsOf(on).date}>
              {countOn(rota, at, name)}
            </td>
          ))}
        </tr>
      ))}
    </tfoot>
  )
}

/** People by the days of a month; arrows move through it, Tab leaves it. */
export function ShiftGrid({ rota, caption, at, onMove, onKey }: Shown): ReactNode {
  const say = useSay()
  const box = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!step) {
      if (/^(\d|Backspace|Delete)$/.test(event.key)) onKey?.(event.key)
      return
    }
    event.preventDefault()
    const row = inside(at.row + step.row, rota.people.length)
    const day = inside(at.day + step.day, rota.days.length)
    onMove({ row, day })
    box.current?.querySelector<HTMLElement>(`[data-at="${row}.${day}"]`)?.focus()
  }
  return (
    <div className="shifts-box">
      <table className="shifts" ref={box} onKeyDown={onKeyDown}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.person)}</th>
            {rota.days.map((on) => (
              <th
                key={on}
                scope="col"
                data-off={weekend(on) || undefined}
                data-now={on === today() || undefined}
              >
                {partsOf(on).date}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rota.people.map(({ personId }, row) => (
            <Row key={personId} {...{ rota, row, at, onMove }} />
          ))}
        </tbody>
        <Foot rota={rota} />
      </table>
    </div>
  )
}
