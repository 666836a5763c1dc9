import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useCorrection } from '../../kit/web/correction.ts'
import { showDay } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { CorrectionForm } from '../../kit/web/ui/Correction.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import { PlanFields } from './PlanFields.tsx'
import { type PlanRow, plannedOf, plannedSaid, typedOf } from './planned.ts'

type Shown = { readonly row: PlanRow; readonly branchId: string; readonly onClose: () => void }

/** The meetings of the year that may have fulfilled a row, those of its month first. */
function useMeetings(branchId: string, month: string) {
  const language = useLanguage()
  const year = month.slice(0, 4)
  const read = useRead('meetings.listMeetings', { branchId, from: `${year}-01-01`, to: `${year}-12-31` })
  const meetings = read.data?.meetings ?? []
  const isOfMonth = ({ heldOn }: { heldOn: string }): boolean => heldOn.startsWith(month)
  const sorted = [...meetings.filter(isOfMonth), ...meetings.filter((one) => !isOfMonth(one))]
  return sorted.map(({ id, heldOn, subject }) => ({
    value: String(id),
    name: `${showDay(heldOn, language)} ${subject.slice(0, 24)}`,
  }))
}

function Cancel({ row, onClose }: Pick<Shown, 'row' | 'onClose'>): ReactNode {
  const say = useSay()
  const cancel = useAction('study.cancelPlanRow')
  const [open, setOpen] = useHeld(`row.cancelling.${row.id}`, false)
  const [reason, setReason] = useHeld(`row.why.${row.id}`, '')
  const wrongs = useWrongs(cancel.problem)
  const send = async (): Promise<void> => {
    if (await cancel.send({ id: row.id, reason })) onClose()
  }
  if (!open)
    return (
      <div className="row">
        <Button kind="quiet" onPress={() => setOpen(true)}>
          <u>{say(words.cancelOf, { subject: row.subject })}</u>
        </Button>
      </div>
    )
  return (
    <Form label={say(words.cancelOf, { subject: row.subject })} onSend={() => void send()}>
      <p className="small soft">{say(words.cancelLead)}</p>
      <Outcome of={cancel} words={refusals.cancelPlanRow} />
      <Wrongs of={wrongs}>
        <TextInput path="reason" label={say(words.reason)} value={reason} onChange={setReason} />
      </Wrongs>
      <Send busy={cancel.state === 'sending'} kind="plain">
        {say(words.cancel)}
      </Send>
    </Form>
  )
}

const LONG = ['content'] as const

function ChangeForm({ row, branchId, onClose }: Shown): ReactNode {
  const say = useSay()
  const change = useAction('study.changePlanRow')
  const meetings = useMeetings(branchId, row.month)
  const correction = useCorrection(
    ['studyRow', row.id],
    { value: typedOf(row), rev: row.rev },
    {
      long: LONG,
      send: async (typed, rev) => {
        const planned = plannedOf(typed)
        return planned && change.send({ id: row.id, rev, ...planned, meetingId: typed.meetingId || null })
      },
    },
  )
  const { value, set } = correction.block
  const wrongs = useWrongs(change.problem)
  const notHours = plannedOf(value) ? [] : [{ path: 'hoursHundredths', says: say(words.notHours) }]
  const nameOf = (id: string): string => meetings.find((one) => one.value === id)?.name ?? ''
  return (
    <CorrectionForm
      {...{ correction, state: change.state, onSaved: onClose, send: say(words.save) }}
      label={say(words.changeOf, { subject: row.subject })}
      fields={(typed) => [
        { name: say(words.meeting), value: nameOf(typed.meetingId) },
        ...plannedSaid(typed).map(({ name, value: text }) => ({ name: say(name), value: say(text) })),
      ]}
      trouble={<Outcome of={change} words={refusals.changePlanRow} />}
    >
      <Wrongs of={[...wrongs, ...notHours]}>
        <div className="fields">
          <Choose
            path="meetingId"
            label={say(words.meeting)}
            value={value.meetingId}
            blank={say(words.noMeeting)}
            options={meetings}
            onChange={(meetingId) => set({ meetingId })}
          />
          <PlanFields typed={value} set={set} />
        </div>
      </Wrongs>
    </CorrectionForm>
  )
}

/** Changes a row of the plan: what it says, the meeting at which it was done; or cancels it. */
export function ChangeRow(of: Shown): ReactNode {
  return (
    <Dialog title={of.row.subject} onClose={of.onClose}>
      <ChangeForm {...of} />
      <Cancel row={of.row} onClose={of.onClose} />
    </Dialog>
  )
}
