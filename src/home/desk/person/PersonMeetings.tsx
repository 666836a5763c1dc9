import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useRead } from '../../../kit/web/read.ts'
import { type Say, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { DaySaid, FullDay, Said } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { meetingPath, planPath } from '../../../meetings/ui/paths.ts'
import { meetingKindWords } from '../../../meetings/words/kinds.ts'
import { leaveReasonWords, leaveStateWords } from '../../../meetings/words/leave.ts'
import { refusals } from '../../words/pages.ts'
import { attendedWords, words } from '../../words/person.ts'

type Seen = OutputOf<'meetings.listOfPerson'>
type Meeting = Seen['meetings'][number]
type Leave = NonNullable<Meeting['leave']>

const MARKS: Readonly<Record<Meeting['state'], MarkState>> = {
  present: 'done',
  madeUp: 'late',
  withGround: 'notApplicable',
  absent: 'missed',
  excluded: 'notApplicable',
}

const sayLeave = ({ reason, state, note }: Leave, say: Say): string =>
  [say(words.leave, { reason: say(leaveReasonWords[reason]), state: say(leaveStateWords[state]) }), note]
    .filter(Boolean)
    .join(' · ')

const sayGround = ({ reason, leave }: Meeting, say: Say): string =>
  [reason, leave && sayLeave(leave, say)].filter(Boolean).join(' · ')

const COLUMNS: readonly Column<Meeting>[] = [
  {
    head: words.day,
    kind: 'main',
    value: ({ heldOn }) => heldOn,
    cell: ({ id, heldOn }) => (
      <Link href={meetingPath(id)}>
        <FullDay of={heldOn} />
      </Link>
    ),
  },
  { head: words.kind, value: ({ kind }, say) => say(meetingKindWords[kind]) },
  { head: words.subject, value: ({ subject }) => subject },
  {
    head: words.attendance,
    value: ({ state }, say) => say(attendedWords[state]),
    cell: ({ state }) => (
      <State state={MARKS[state]}>
        <Said of={attendedWords[state]} />
      </State>
    ),
  },
  { head: words.ground, value: sayGround },
  {
    head: words.hours,
    kind: 'number',
    value: ({ state, hoursHundredths }) =>
      state === 'present' && hoursHundredths ? hoursHundredths / 100 : null,
  },
]

function Ahead({ of }: { of: Seen['ahead'] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <>
      <h3>{say(words.ahead)}</h3>
      <ul className="lines">
        {of.map(({ plannedId, kind, subject, day, leave }) => (
          <li key={plannedId}>
            <Link href={planPath(plannedId)}>
              {say(meetingKindWords[kind])} · {subject}
            </Link>{' '}
            {day && <DaySaid of={day} />} <span className="soft">{sayLeave(leave, say)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

type Paged = { readonly trail: readonly string[]; readonly go: (trail: readonly string[]) => void }

function Pages({ trail, go, next }: Paged & { next: string | null }): ReactNode {
  const say = useSay()
  if (trail.length === 0 && !next) return null
  return (
    <div className="row unprinted">
      {trail.length > 0 && <Button onPress={() => go(trail.slice(0, -1))}>{say(words.later)}</Button>}
      {next && <Button onPress={() => go([...trail, next])}>{say(words.earlier)}</Button>}
    </div>
  )
}

function Listed({ seen, ...paged }: Paged & { seen: Seen }): ReactNode {
  const say = useSay()
  const { meetings, ahead, next } = seen
  return (
    <>
      <Ahead of={ahead} />
      {meetings.length === 0 ? (
        <p className="soft">{say(words.noneYet)}</p>
      ) : (
        <DataTable caption={words.meetings} rows={meetings} keyOf={({ id }) => id} columns={COLUMNS} />
      )}
      <Pages {...paged} next={next} />
    </>
  )
}

/** A person's meetings: where they were, what they missed and why, and leave asked from those to come. */
export function PersonMeetings({ personId }: { personId: string }): ReactNode {
  const say = useSay()
  const [trail, go] = useState<readonly string[]>([])
  const after = trail.at(-1)
  const input = { personId, ...(after && { after }) }
  const read = useRead('meetings.listOfPerson', input, { meanwhile: 'last' })
  const sums = read.data?.sums
  return (
    <Part
      title={say(words.meetings)}
      beside={sums && sums.of > 0 && <span className="soft">{say(words.sums, sums)}</span>}
    >
      {read.state === 'ready' ? (
        <Listed seen={read.data} trail={trail} go={go} />
      ) : (
        <Waiting of={read} words={refusals.meetingsOfPerson} />
      )}
    </Part>
  )
}
