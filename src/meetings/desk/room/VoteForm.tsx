import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Notice } from '../../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { isCarried } from '../../rules/votes.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import type { Item, Room } from './roll.ts'

type Opinion = 'yes' | 'no' | 'abstain'
const COUNTS = ['yes', 'no', 'abstain'] as const
type Counts = Readonly<Record<'present' | (typeof COUNTS)[number], string>>

const numberOf = (typed: string): number => Number.parseInt(typed.normalize('NFKC').trim() || '0', 10)

/** Why a vote that was being counted is not recorded any more, and what to do. */
const OVER = { closed: words.voteAfterClose, signed: words.voteAfterSigning } as const

type Asked = { readonly room: Room; readonly item: Item }
type Written = Readonly<Record<string, Opinion | ''>>

/** Opinions handed in before the meeting by voters who are not here. */
function WrittenOpinions({
  room,
  written,
  onChange,
}: {
  room: Room
  written: Written
  onChange: (written: Written) => void
}): ReactNode {
  const say = useSay()
  const away = room.people.filter(({ isExpected, called }) => isExpected && called?.state !== 'present')
  const options = COUNTS.map((value) => ({ value, name: say(words[value]) }))
  return (
    <details>
      <summary>{say(words.written)}</summary>
      <ul className="written">
        {away.map(({ personId, name }) => (
          <li key={personId} className="row spread">
            <span>{name}</span>
            <Pick
              look="auto"
              aria-label={say(words.opinionOf, { name })}
              value={written[personId] ?? ''}
              blank={say(words.noOpinion)}
              options={options}
              onChange={(opinion) => onChange({ ...written, [personId]: opinion })}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the counts come to as they are typed; the server decides again. */
function Preview({ room, item, counts, written }: Asked & { counts: Counts; written: Written }): ReactNode {
  const say = useSay()
  const inWriting = Object.values(written).filter((opinion) => opinion === 'yes').length
  const yes = numberOf(counts.yes) + inWriting
  const of = room.numbers.expected
  if (!item.rule?.quorate || counts.yes === '' || Number.isNaN(yes)) return null
  return (
    <p role="status" className="strong">
      {say(isCarried(yes, of) ? words.wouldCarry : words.wouldNot, { yes, of })}
    </p>
  )
}

function useVoting({ room, item }: Asked, onDone: () => void) {
  const [counts, setCounts] = useHeld<Counts>(`vote.counts.${item.id}`, {
    ...{ present: '', yes: '', no: '0', abstain: '0' },
  })
  const [written, setWritten] = useHeld<Written>(`vote.written.${item.id}`, {})
  const [repeatWhy, setRepeatWhy] = useHeld(`vote.why.${item.id}`, '')
  const act = useAction('meetings.recordVote')
  const send = async (): Promise<void> => {
    const opinions = Object.entries(written).flatMap(([personId, opinion]) =>
      opinion === '' ? [] : [{ personId, opinion }],
    )
    const [yes, no, abstain] = COUNTS.map((name) => numberOf(counts[name]))
    const done = await act.send({
      ...{ id: room.id, itemId: item.id, written: opinions, repeatWhy },
      ...(counts.present.trim() && { present: numberOf(counts.present) }),
      ...{ yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 },
    })
    if (done) onDone()
  }
  return { counts, setCounts, written, setWritten, repeatWhy, setRepeatWhy, act, send }
}

/** A vote as it was counted in the room. */
export function VoteForm({ room, item, onDone }: Asked & { onDone: () => void }): ReactNode {
  const say = useSay()
  const voting = useVoting({ room, item }, onDone)
  const { counts, setCounts, written, act } = voting
  const wrongs = useWrongs(act.problem)
  const over = room.roomState === 'open' ? null : OVER[room.roomState]
  if (over && [counts.present, counts.yes].every((count) => count === '')) return null
  const labels = {
    ...{ present: say(words.voters), yes: say(words.yes), no: say(words.no), abstain: say(words.abstain) },
    repeatWhy: say(words.repeatWhy),
  }
  return (
    <Form label={say(words.record)} onSend={() => void voting.send()}>
      {over ? (
        <Notice kind="late">{say(over)}</Notice>
      ) : (
        <ProblemSummary
          problem={act.problem}
          wrongs={wrongs}
          words={roomRefusals.recordVote}
          labels={labels}
        />
      )}
      <Wrongs of={wrongs}>
        <div className="counts">
          {(['present', ...COUNTS] as const).map((name) => (
            <TextInput
              key={name}
              path={name}
              label={labels[name]}
              inputMode="numeric"
              {...(name === 'present' && { placeholder: String(room.numbers.present) })}
              value={counts[name]}
              onChange={(value) => setCounts({ ...counts, [name]: value })}
            />
          ))}
        </div>
        {item.rule?.countsWritten && (
          <WrittenOpinions room={room} written={written} onChange={voting.setWritten} />
        )}
        {item.votes.length > 0 && (
          <TextInput
            path="repeatWhy"
            label={labels.repeatWhy}
            value={voting.repeatWhy}
            onChange={voting.setRepeatWhy}
          />
        )}
      </Wrongs>
      <Preview {...{ room, item, counts, written }} />
      {!over && (
        <Send kind="plain" busy={act.state === 'sending'}>
          {say(words.record)}
        </Send>
      )}
    </Form>
  )
}
