import { type ReactNode, useState } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { BlockForm } from '../../../kit/web/ui/Block.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { ProblemSummary } from '../../../kit/web/ui/Field.tsx'
import { refusals, words } from '../../words/pages.ts'
import type { RollChanges, Rolled } from '../entry.ts'
import { Roll } from '../Roll.tsx'
import { RollLines, sumOf, useRoll } from '../RollCall.tsx'
import { type Changing, type Meeting, useSaving } from './saving.ts'

const changesOf = ({ roll }: Meeting): RollChanges =>
  Object.fromEntries(roll.map(({ personId, state, reason }) => [personId, { state, reason }]))

/** Who of the recorded roll is not among those expected, such as guests: they stay as they are. */
function guestsOf({ roll }: Meeting, expected: readonly Rolled[]): Meeting['roll'] {
  const called = new Set(expected.map(({ personId }) => personId))
  return roll.filter(({ personId }) => !called.has(String(personId)))
}

const lineOf = ({ personId, state, reason }: Rolled | Meeting['roll'][number]) => ({
  personId: String(personId),
  state,
  reason,
})

function Names({ of, roll }: { of: RollChanges; roll: readonly Rolled[] }): ReactNode {
  const lines = roll.map((line) => ({ ...line, ...of[line.personId] }))
  return <Roll roll={lines} />
}

function RollForm({ meeting, again }: Changing): ReactNode {
  const say = useSay()
  const { block, act, save, changed } = useSaving('roll', { meeting, again }, changesOf(meeting))
  const { kind, heldOn } = meeting
  const convened = { orgId: String(meeting.orgId), kind, heldOn: String(heldOn), roll: block.value }
  const { read, roll } = useRoll(convened, meeting.roll.length > 0 ? 'absent' : 'present')
  const { expected, present } = sumOf(roll)
  const lines = [...roll, ...guestsOf(meeting, roll)].map(lineOf)
  return (
    <BlockForm
      {...{ block, changed, state: act.state, title: say(words.roll) }}
      onSave={() => void save({ block: 'roll', roll: lines })}
      show={(value) => <Names of={value} roll={roll} />}
      trouble={<ProblemSummary problem={act.problem} wrongs={[]} words={refusals.changeBlock} labels={{}} />}
    >
      <RollLines {...{ read, roll }} changes={block.value} onChange={block.set} />
      {roll.length > 0 && <p className="strong">{say(words.rollCount, { expected, present })}</p>}
    </BlockForm>
  )
}

/** The roll call. A record from a ledger has numbers only; whoever knows the names may call them. */
export function RollBlock(changing: Changing): ReactNode {
  const say = useSay()
  const [begun, setBegun] = useState(false)
  if (begun || changing.meeting.roll.length > 0) return <RollForm {...changing} />
  return (
    <section className="block stack">
      <h2>{say(words.roll)}</h2>
      <p className="soft">{say(words.rollNone)}</p>
      <div className="row">
        <Button onPress={() => setBegun(true)}>{say(words.rollBegin)}</Button>
      </div>
    </section>
  )
}
