import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { planPath } from '../../ui/paths.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import type { Room } from './roll.ts'

/** A room opened by mistake is given up, with the reason. */
export function DiscardMeeting({ room, onClose }: { room: Room; onClose: () => void }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const act = useAction('meetings.discardMeeting')
  const [why, setWhy] = useHeld('discard.why', '')
  const send = async (): Promise<void> => {
    const left = await act.send({ id: room.id, why })
    if (left) go(planPath(left.plannedId))
  }
  return (
    <Dialog title={say(words.discardTitle)} onClose={onClose}>
      <Form label={say(words.discardTitle)} onSend={() => void send()}>
        <p className="soft">{say(words.discardLead)}</p>
        <Outcome of={act} words={roomRefusals.discardMeeting} />
        <TextInput path="why" label={say(words.discardWhy)} value={why} onChange={setWhy} />
        <Send busy={act.state === 'sending'}>{say(words.discard)}</Send>
      </Form>
    </Dialog>
  )
}
