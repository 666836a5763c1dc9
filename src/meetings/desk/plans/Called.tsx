import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay, type Words } from '../../../kit/web/say.ts'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { ui } from '../../../kit/web/words.ts'
import { personPath } from '../../../people/ui/paths.ts'
import { leaveStateWords } from '../../words/leave.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'
import { whyNotWords } from '../../words/room.ts'
import '../meetings.css'

type Person = OutputOf<'meetings.listCalled'>['people'][number]

/** So many names stand open; more are folded. */
const OPEN_NAMES = 20

function Name({ of: { personId, name, whyNot, leave } }: { of: Person }): ReactNode {
  const say = useSay()
  const said = [
    whyNot && say(whyNotWords[whyNot]),
    leave && say(words.leaveIs, { state: say(leaveStateWords[leave]) }),
  ]
  const more = said.filter(Boolean).join(say(ui.semicolon))
  return (
    <span className="whole">
      <Link href={personPath(personId)}>{name}</Link>
      {more && <span className="soft">{say(ui.aside, { said: more })}</span>}
    </span>
  )
}

function Names({ head, people }: { head: Words; people: readonly Person[] }): ReactNode {
  const say = useSay()
  if (people.length === 0) return null
  return (
    <>
      <dt>
        {say(head)} {people.length}
      </dt>
      <dd className="names">
        {people.map((one) => (
          <Name key={one.personId} of={one} />
        ))}
      </dd>
    </>
  )
}

/** Who comes without being counted, whatever their kind; the others are excluded or may not vote. */
const COME: readonly Person['whyNot'][] = ['notMember', 'probationary']

function Groups({ of }: { of: readonly Person[] }): ReactNode {
  const others = of.filter(({ isExpected }) => !isExpected)
  return (
    <dl className="facts roll">
      <Names head={words.expectedPeople} people={of.filter(({ isExpected }) => isExpected)} />
      <Names head={words.alsoCalled} people={others.filter(({ whyNot }) => COME.includes(whyNot))} />
      <Names head={words.notCounted} people={others.filter(({ whyNot }) => !COME.includes(whyNot))} />
    </dl>
  )
}

/** Who is called to a planned meeting: those expected, those who come besides, those not counted and why; and where their leave stands. */
export function Called({ plannedId }: { plannedId: string }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.listCalled', { id: plannedId })
  if (read.state !== 'ready') return <Waiting of={read} words={planRefusals.listCalled} lines={3} />
  const { people } = read.data
  const expected = people.filter(({ isExpected }) => isExpected).length
  const onLeave = people.filter(({ leave }) => leave === 'granted').length
  const waiting = people.filter(({ leave }) => leave === 'asked').length
  return (
    <Part title={say(words.called)}>
      {people.length === 0 ? (
        <p className="soft">{say(words.calledNone)}</p>
      ) : (
        <details open={people.length <= OPEN_NAMES}>
          <summary>{say(words.calledCount, { n: people.length, expected, onLeave, waiting })}</summary>
          <Groups of={people} />
        </details>
      )}
    </Part>
  )
}
