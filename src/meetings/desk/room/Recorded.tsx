import type { ReactNode } from 'react'
import { showInstant } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { ItemHead } from './Agenda.tsx'
import { DecisionSaid } from './Decisions.tsx'
import type { Item, Room } from './roll.ts'
import { VoteSaid } from './Vote.tsx'
import './room.css'

function Written({ text }: { text: string }): ReactNode {
  return text !== '' && <p className="minute">{text}</p>
}

function Decided({ of }: { of: Room['decisions'] }): ReactNode {
  const say = useSay()
  if (of.length === 0) return null
  return (
    <ul className="decided" aria-label={say(words.decisions)}>
      {of.map((decision) => (
        <DecisionSaid key={decision.id} of={decision} />
      ))}
    </ul>
  )
}

function Dealt({ item, room }: { item: Item; room: Room }): ReactNode {
  const { heldOn } = room
  return (
    <li className="item stack tight">
      <ItemHead {...{ item, heldOn }} />
      <Written text={item.minute.text} />
      {item.votes.map((vote) => (
        <VoteSaid key={vote.id} {...{ vote, heldOn }} />
      ))}
      <Decided of={item.decisions} />
    </li>
  )
}

function Addenda({ of }: { of: Room['addenda'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.length === 0) return null
  return (
    <Part title={say(words.addenda)}>
      <ul className="decided">
        {of.map(({ id, text, by, at }) => (
          <li key={id}>
            {text}{' '}
            <span className="soft small">{say(words.addendumBy, { by, at: showInstant(at, language) })}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What a meeting held in a room came to, to be read: item by item with minutes, votes and decisions, then what was added later. */
export function Recorded({ meetingId }: { meetingId: string }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.findRoom', { id: meetingId })
  if (read.state !== 'ready') return <Waiting of={read} words={roomRefusals.findRoom} lines={6} />
  const room = read.data
  const { agenda, minute, decisions, addenda } = room
  return (
    <>
      {agenda.length > 0 && (
        <Part title={say(words.agenda)}>
          <ol className="agenda">
            {agenda.map((item) => (
              <Dealt key={item.id} {...{ item, room }} />
            ))}
          </ol>
        </Part>
      )}
      {(minute.text !== '' || decisions.length > 0) && (
        <Part title={say(words.minutesOther)}>
          <Written text={minute.text} />
          <Decided of={decisions} />
        </Part>
      )}
      <Addenda of={addenda} />
    </>
  )
}
