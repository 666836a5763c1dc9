import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { Sheet } from '../../kit/web/phone/Sheet.tsx'
import type { Post } from '../../kit/web/phone/useOutbox.ts'
import { Outcome } from '../../kit/web/phone/Waiting.tsx'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { meetingKindWords } from '../words/kinds.ts'
import { mineRefusals } from '../words/leave.ts'
import { words } from '../words/phone.ts'
import { useWaits } from './waits.ts'

type Mine = OutputOf<'meetings.findMine'>

/** One tap and a confirmation: who asked for leave comes after all. `onSend`: what was said of asking is over. */
export function WithdrawLeave(of: {
  meeting: Mine
  post: Post<'meetings.withdrawLeave'>
  onSend: () => void
}): ReactNode {
  const say = useSay()
  const { id, kind, subject, mayWithdrawLeave } = of.meeting
  const { fate, send } = of.post
  const waits = useWaits('meetings.withdrawLeave', id)
  const title = say(words.withdrawLeaveFrom, { meeting: `${say(meetingKindWords[kind])} · ${subject}` })
  const withdraw = (close: () => void): void => {
    close()
    of.onSend()
    void send({ plannedId: id }, title)
  }
  return (
    <>
      {waits && fate.state === 'idle' && <p className="notice late">{say(words.withdrawalWaits)}</p>}
      <Outcome of={of.post} words={mineRefusals.withdrawLeave} done={say(words.leaveWithdrawn)} />
      {mayWithdrawLeave && !waits && (
        <Sheet title={title} open={say(words.withdrawLeave)}>
          {(close) => (
            <div className="stack tight">
              <p>{say(words.withdrawLeaveMeans)}</p>
              <Button kind="primary" busy={fate.state === 'sending'} onPress={() => withdraw(close)}>
                {say(words.withdrawLeave)}
              </Button>
            </div>
          )}
        </Sheet>
      )}
    </>
  )
}
