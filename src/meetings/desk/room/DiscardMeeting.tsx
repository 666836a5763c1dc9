import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useAction } from '../../../kit/web/act.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { planPath } from '../../ui/paths.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { AskWhy } from './AskWhy.tsx'
import type { Room } from './roll.ts'

type Asked = { readonly room: Room; readonly onClose: () => void }

/** A room opened by mistake is given up, with the reason. */
export function DiscardMeeting({ room, onClose }: Asked): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const act = useAction('meetings.discardMeeting')
  const send = async (why: string): Promise<void> => {
    const left = await act.send({ id: room.id, why })
    if (left) go(planPath(left.plannedId))
  }
  return (
    <AskWhy
      {...{ title: say(words.discardTitle), lead: say(words.discardLead), send: say(words.discard) }}
      {...{ busy: act.state === 'sending', onSend: send, onClose }}
    >
      <Outcome of={act} words={roomRefusals.discardMeeting} />
    </AskWhy>
  )
}

/** A closed meeting goes on, with the reason, until it is signed. */
export function ReopenMeeting({ room, onClose }: Asked): ReactNode {
  const say = useSay()
  const act = useAction('meetings.reopenMeeting')
  const send = async (why: string): Promise<void> => {
    if (await act.send({ id: room.id, why })) onClose()
  }
  return (
    <AskWhy
      {...{ title: say(words.reopenTitle), lead: say(words.reopenLead), send: say(words.reopen) }}
      {...{ busy: act.state === 'sending', onSend: send, onClose }}
    >
      <Outcome of={act} words={roomRefusals.reopenMeeting} />
    </AskWhy>
  )
}
