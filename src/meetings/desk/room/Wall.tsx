import { type ReactNode, useEffect, useRef } from 'react'
import { showDay } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { PromiseSaid } from '../../ui/PromiseSaid.tsx'
import { Quorum } from '../../ui/Quorum.tsx'
import { SignedBy } from '../../ui/SignedBy.tsx'
import { meetingKindWords } from '../../words/kinds.ts'
import { agendaKindWords, decisionKindWords, roomStateWords, signerWords } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { sayTimes } from '../../words/times.ts'
import { DecisionSaid } from './Decisions.tsx'
import type { Item, Room } from './roll.ts'
import { VoteSaid } from './Vote.tsx'

function WallItem({ item, heldOn }: { item: Item; heldOn: Room['heldOn'] }): ReactNode {
  const say = useSay()
  return (
    <li className="stack tight">
      <p>
        {item.no}. {item.title}{' '}
        <span className="soft">
          {say(item.vote ? decisionKindWords[item.vote] : agendaKindWords[item.kind])}
        </span>
      </p>
      <PromiseSaid of={item.promise} on={heldOn} />
      {item.votes.map((vote) => (
        <VoteSaid key={vote.id} vote={vote} heldOn={heldOn} />
      ))}
      {item.decisions.length > 0 && (
        <ul className="decided">
          {item.decisions.map((decision) => (
            <DecisionSaid key={decision.id} of={decision} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** What everybody in the room may read: numbers, agenda, results. No reason of absence, no minutes, nothing to press but the way out. */
export function Wall({ room, onLeave }: { room: Room; onLeave: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    box.current?.showModal()
  }, [])
  const { present, expected } = room.numbers
  return (
    <dialog ref={box} className="wall" aria-labelledby="wall-title" onClose={onLeave}>
      <header className="row spread base">
        <h1 id="wall-title">{room.subject}</h1>
        <Button kind="quiet" onPress={() => box.current?.close()}>
          {say(words.leaveWall)}
        </Button>
      </header>
      <p className="soft">
        {room.orgName} · {say(meetingKindWords[room.kind])} · {showDay(room.heldOn, language)}{' '}
        {sayTimes(room, language)} {room.place} · {say(roomStateWords[room.roomState])}
      </p>
      <p className="wall-count" role="status">
        {say(words.numbers, { present, expected })} <Quorum of={room} />
      </p>
      <ol className="agenda">
        {room.agenda.map((item) => (
          <WallItem key={item.id} item={item} heldOn={room.heldOn} />
        ))}
      </ol>
      {room.signatures
        .filter(({ stands }) => stands)
        .map((signature) => (
          <p key={signature.role}>
            {say(signerWords[signature.role])} <SignedBy of={signature} />
          </p>
        ))}
    </dialog>
  )
}
