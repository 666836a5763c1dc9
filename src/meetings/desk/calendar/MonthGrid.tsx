import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { type Day, type Month, partsOf } from '../../../kit/day.ts'
import { showDay, showMonth } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Mark } from '../../../kit/web/ui/Mark.tsx'
import { words } from '../../words/calendar.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { type Event, weeksOf } from './month.ts'

/** So many stand in a day before the rest is folded away. */
const MOST = 4

function EventLine({ of, where }: { of: Event; where: 'shown' | 'known' }): ReactNode {
  const say = useSay()
  const says = [
    of.starts,
    say(meetingKindWords[of.kind]),
    of.shift,
    where === 'shown' ? of.orgName : of.group,
  ]
  return (
    <li data-state={of.state}>
      <Link href={of.to} title={`${of.subject} · ${of.orgName} · ${say(of.says)}`}>
        <Mark state={of.state} />
        <span>
          {says.filter(Boolean).join(' ')}
          <span className="unseen">
            {' '}
            {of.subject} {say(of.says)}
          </span>
        </span>
      </Link>
    </li>
  )
}

type DayOf = { readonly day: Day; readonly events: readonly Event[]; readonly today: Day }

function DayCell({ day, events, today, where }: DayOf & { where: 'shown' | 'known' }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const rest = events.length - MOST
  return (
    <td
      data-today={day === today || undefined}
      data-open={open || undefined}
      data-empty={events.length === 0 || undefined}
    >
      <time dateTime={day} title={showDay(day, language)}>
        <span className="in-grid">{partsOf(day).date}</span>
        <span className="in-list">{showDay(day, language)}</span>
      </time>
      <ul>
        {events.map((event) => (
          <EventLine key={event.key} of={event} where={where} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="rest unprinted" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? say(words.less) : say(words.more, { n: rest })}
        </button>
      )}
    </td>
  )
}

type Shown = {
  readonly month: Month
  readonly today: Day
  readonly events: ReadonlyMap<Day, readonly Event[]>
  /** Whether each line says of which unit it is. */
  readonly where: 'shown' | 'known'
}

/** A month as weeks, Monday first, with what stands on each day; on a narrow screen a list of the days that hold something. */
export function MonthGrid({ month, today, events, where }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const names = say(words.weekdays).split(' ')
  return (
    <>
      {events.size === 0 && <p className="soft empty-month">{say(words.emptyMonth)}</p>}
      <table className="month-grid">
        <caption className="unseen">{showMonth(month, language)}</caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find((day) => day !== null)}>
              {week.map((day, at) =>
                day ? (
                  <DayCell key={day} {...{ day, today, where }} events={events.get(day) ?? []} />
                ) : (
                  <td key={names[at]} data-empty className="out" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
