import { type ReactNode, useId } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useDraft } from '../../kit/web/draft.ts'
import { draftKey } from '../../kit/web/phone/last-read.ts'
import { Sheet } from '../../kit/web/phone/Sheet.tsx'
import { usePost } from '../../kit/web/phone/useOutbox.ts'
import { Outcome } from '../../kit/web/phone/Waiting.tsx'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { useAccountId } from '../../kit/web/who.ts'
import { LEAVE_REASONS, type LeaveReason } from '../rules/plans.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { leaveReasonWords, leaveStateWords, mineRefusals } from '../words/leave.ts'
import { words } from '../words/phone.ts'
import { WithdrawLeave } from './WithdrawLeave.tsx'
import { useWaits } from './waits.ts'

type Mine = OutputOf<'meetings.findMine'>

function Reasons({
  onChoose,
  note,
}: {
  onChoose: (reason: LeaveReason) => void
  note: ReactNode
}): ReactNode {
  const say = useSay()
  return (
    <div className="stack tight">
      {LEAVE_REASONS.map((reason) => (
        <Button key={reason} onPress={() => onChoose(reason)}>
          {say(leaveReasonWords[reason])}
        </Button>
      ))}
      {note}
    </div>
  )
}

/** My leave from a meeting: where it stands, with a tap to take it back, or two to ask for it. What is asked without a line waits in the outbox. */
export function Leave({ of }: { of: Mine }): ReactNode {
  const say = useSay()
  const noteId = useId()
  const draft = useDraft(draftKey(useAccountId(), `leave.${of.id}`), { note: '' })
  const ask = usePost('meetings.askLeave')
  const withdrawal = usePost('meetings.withdrawLeave')
  const waits = useWaits('meetings.askLeave', of.id)
  const meeting = `${say(meetingKindWords[of.kind])} · ${of.subject}`
  const send = async (reason: LeaveReason, close: () => void): Promise<void> => {
    close()
    withdrawal.reset()
    const label = say(words.askLeaveFor, { meeting, reason: say(leaveReasonWords[reason]) })
    const fate = await ask.send({ plannedId: of.id, reason, note: draft.value.note.trim() }, label)
    if (fate.state !== 'refused') draft.drop()
  }
  const isOpen = of.mayAskLeave && !waits && ask.fate.state !== 'sent'
  return (
    <div className="stack tight">
      {of.leave && <LeaveStands of={of.leave} />}
      {waits && ask.fate.state === 'idle' && <p className="notice late">{say(words.leaveWaits)}</p>}
      <Outcome of={ask} words={mineRefusals.askLeave} done={say(words.leaveSent)} />
      <WithdrawLeave meeting={of} post={withdrawal} onSend={ask.reset} />
      {isOpen && (
        <Sheet title={say(words.askLeaveFrom, { meeting })} open={say(words.askLeave)}>
          {(close) => (
            <Reasons
              onChoose={(reason) => void send(reason, close)}
              note={
                <div className="field">
                  <label htmlFor={noteId}>{say(words.leaveNote)}</label>
                  <input
                    className="input"
                    id={noteId}
                    maxLength={200}
                    value={draft.value.note}
                    onChange={({ target }) => draft.set({ note: target.value })}
                  />
                </div>
              }
            />
          )}
        </Sheet>
      )}
    </div>
  )
}

function LeaveStands({ of }: { of: NonNullable<Mine['leave']> }): ReactNode {
  const say = useSay()
  const reason = say(leaveReasonWords[of.reason])
  return (
    <div className="notice">
      <p>{say(words.leaveStandsWhy, { state: say(leaveStateWords[of.state]), reason })}</p>
      {of.note && <p>{say(words.leaveNoted, { note: of.note })}</p>}
      {of.answer && of.state !== 'withdrawn' && <p className="said">{of.answer}</p>}
    </div>
  )
}
