import { type ReactNode, useState } from 'react'
import { parseDay } from '../../../kit/day.ts'
import { showFullDay, today } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { BlockForm } from '../../../kit/web/ui/Block.tsx'
import { ProblemSummary, useWrongs, type Wrong, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Facts } from '../../../kit/web/ui/Parts.tsx'
import { meetingKindWords } from '../../words/kinds.ts'
import { refusals, words } from '../../words/pages.ts'
import { sayEnd } from '../../words/times.ts'
import { type FactEntry, factsOf, faultsIn } from '../entry.ts'
import { FactFields, type Labels, useLabels } from '../MeetingFields.tsx'
import { type Changing, type Meeting, useSaving } from './saving.ts'

const entryOf = (meeting: Meeting): FactEntry => ({
  kind: meeting.kind,
  heldOn: meeting.heldOn,
  starts: meeting.starts,
  ends: meeting.ends,
  place: meeting.place,
  chair: meeting.chair,
  recorder: meeting.recorder,
  lecturer: meeting.lecturer,
  hours: meeting.hoursHundredths === null ? '' : String(meeting.hoursHundredths / 100),
})

function FactsShown({ of, labels }: { of: FactEntry; labels: Labels }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const day = parseDay(of.heldOn)
  const names = ['starts', 'ends', 'place', 'chair', 'recorder', 'lecturer'] as const
  const said = { ...of, ends: sayEnd(of, language) }
  const plain = names.map((name) => ({ name: labels[name], value: said[name] }))
  const kind = { name: labels.kind, value: of.kind && say(meetingKindWords[of.kind]) }
  const held = { name: labels.heldOn, value: day ? showFullDay(day, language) : of.heldOn }
  return <Facts of={[kind, held, ...plain, { name: labels.hoursHundredths, value: of.hours }]} />
}

/** When, where and who: saved together, for a time makes sense only with its day. */
export function FactsBlock(changing: Changing): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const { block, act, save, changed } = useSaving('facts', changing, entryOf(changing.meeting))
  const [own, setOwn] = useState<readonly Wrong[]>([])
  const told = useWrongs(act.problem)
  const wrongs = own.length > 0 ? own : told
  const onSave = (): void => {
    const faults = faultsIn(block.value, today())
    setOwn(faults.map(({ path, words: why }) => ({ path, says: say(why) })))
    if (faults.length === 0) void save({ block: 'facts', ...factsOf(block.value) })
  }
  return (
    <BlockForm
      {...{ block, changed, onSave, state: act.state, title: say(words.facts) }}
      show={(value) => <FactsShown of={value} labels={labels} />}
      trouble={
        <ProblemSummary problem={act.problem} wrongs={wrongs} words={refusals.changeBlock} labels={labels} />
      }
    >
      <Wrongs of={wrongs}>
        <div className="fields">
          <FactFields entry={block.value} set={block.set} labels={labels} people={changing.meeting.roll} />
        </div>
      </Wrongs>
    </BlockForm>
  )
}
