import { type ReactNode, useState } from 'react'
import { isRefused } from '../../../kit/refuse.ts'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { fill, useSay, type Words } from '../../../kit/web/say.ts'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { ProblemSummary, useWrongs, type Wrong, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Notice } from '../../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { voteRule } from '../../rules/votes.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { type Counts, comesTo, faultsIn, OPINIONS, type Opinion, readCount } from './counts.ts'
import type { Item, Room } from './roll.ts'

const PLACES = ['present', ...OPINIONS] as const

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
  const options = OPINIONS.map((value) => ({ value, name: say(words[value]) }))
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

type Typed = { readonly counts: Counts; readonly written: Written }

const opinionsIn = (written: Written): Opinion[] => Object.values(written).filter((opinion) => opinion !== '')

/** What the counts come to as they are typed, or why they cannot be so; the server decides again. */
function Preview({ room, item, counts, written }: Asked & Typed): ReactNode {
  const say = useSay()
  if (!item.vote) return null
  const rule = voteRule(item.vote, room.heldOn)
  const found = comesTo(counts, opinionsIn(written), { ...room.numbers, rule })
  if (!found) return null
  const why: Readonly<Record<string, Words>> = roomRefusals.recordVote
  return (
    <p role="status" className={isRefused(found) ? 'amber' : 'strong'}>
      {isRefused(found)
        ? fill(say(why[found.refused] ?? words.badCount), found.facts)
        : say(found.carried ? words.wouldCarry : words.wouldNot, found)}
    </p>
  )
}

function useVoting({ room, item }: Asked, onDone: () => void) {
  const say = useSay()
  const [own, setOwn] = useState<readonly Wrong[]>([])
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
    const [present, yes, no, abstain] = PLACES.map((name) => readCount(counts[name]))
    const faults = faultsIn(counts)
    setOwn(faults.map(({ path, words: why }) => ({ path, says: say(why) })))
    if (faults.length > 0) return
    const done = await act.send({
      ...{ id: room.id, itemId: item.id, written: opinions, repeatWhy },
      ...(present !== undefined && { present }),
      ...{ yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 },
    })
    if (done) onDone()
  }
  const told = useWrongs(act.problem)
  const wrongs = own.length > 0 ? own : told
  return { counts, setCounts, written, setWritten, repeatWhy, setRepeatWhy, act, wrongs, send }
}

/** A vote as it was counted in the room. */
export function VoteForm({ room, item, onDone }: Asked & { onDone: () => void }): ReactNode {
  const say = useSay()
  const voting = useVoting({ room, item }, onDone)
  const { counts, setCounts, written, act, wrongs } = voting
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
          {PLACES.map((name) => (
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
