import { type ReactNode, useRef } from 'react'
import type { Day } from '../../../kit/day.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { articlesOf } from '../../../law/titles.ts'
import { voteRule } from '../../rules/votes.ts'
import { words } from '../../words/sitting.ts'
import { useCan } from './can.ts'
import type { Item, Room } from './roll.ts'
import { VoteForm } from './VoteForm.tsx'

type Counted = Item['votes'][number]

/** A vote as it stands in the record: what was counted, what came of it, and where the rule is written. */
export function VoteSaid({ vote, heldOn }: { vote: Counted; heldOn: Day }): ReactNode {
  const say = useSay()
  const { yes, no, abstain, expected, present, writtenYes, carried, rule, repeatWhy } = vote
  return (
    <p className="vote">
      <strong>
        {carried ? '●' : '○'} {say(carried ? words.carried : words.notCarried)}
      </strong>{' '}
      {say(words.counted, { yes: yes + writtenYes, no, abstain, expected, present })}
      {writtenYes > 0 && `，${say(words.countedWritten, { n: writtenYes })}`}{' '}
      <span className="soft small">{articlesOf(voteRule(rule, heldOn).source)}</span>
      {repeatWhy && <span className="soft small"> {repeatWhy}</span>}
    </p>
  )
}

function Rule({ room, item }: { room: Room; item: Item }): ReactNode {
  const say = useSay()
  const { rule } = item
  if (!rule) return null
  const { least, yesNeeded, source, quorate, isSecret } = rule
  const { expected, present } = room.numbers
  return (
    <div className="small stack tight">
      <p>
        {say(words.ruleLead, { expected, least, yesNeeded })} <span className="soft">{source}</span>
      </p>
      <p className={quorate ? 'soft' : 'amber'} role="status">
        {quorate ? '●' : '○'} {say(words.numbers, { present, expected })}
      </p>
      {isSecret && <p className="soft">{say(words.secret)}</p>}
    </div>
  )
}

/** What is voted on: the rule, whether enough are here, the counts. Voting again wants a button first. */
export function Vote({ room, item }: { room: Room; item: Item }): ReactNode {
  const say = useSay()
  const [again, setAgain] = useHeld(`vote.again.${item.id}`, false)
  const can = useCan(room)
  const wasAsked = useRef(false)
  const isAsked = can.call && (item.votes.length === 0 || again)
  // A form that was open when the meeting was closed keeps what was typed into it.
  wasAsked.current = isAsked || (!can.call && wasAsked.current)
  if (item.kind !== 'vote') return null
  return (
    <div className="stack tight">
      {item.votes.map((vote) => (
        <VoteSaid key={vote.id} vote={vote} heldOn={room.heldOn} />
      ))}
      {room.roomState === 'open' && <Rule room={room} item={item} />}
      {wasAsked.current && <VoteForm room={room} item={item} onDone={() => setAgain(false)} />}
      {can.call && item.votes.length > 0 && !again && (
        <div className="row">
          <Button kind="quiet" onPress={() => setAgain(true)}>
            <u>{say(words.again)}</u>
          </Button>
        </div>
      )}
    </div>
  )
}
