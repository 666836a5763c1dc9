import type { ReactNode } from 'react'
import type { Month } from '../../kit/day.ts'
import { useAction } from '../../kit/web/act.ts'
import { showMonth } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { branchAndGroups, useUnits } from '../../org/ui/units.ts'
import { refusals, words } from '../words/pages.ts'
import { PlanFields } from './PlanFields.tsx'
import { BLANK, plannedOf, type Typed } from './planned.ts'

type Shown = { readonly branchId: string; readonly month: Month; readonly onClose: () => void }

/** Adds a row to the plan of a month. */
export function AddRow({ branchId, month, onClose }: Shown): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const add = useAction('study.addPlanRow')
  const [orgId, setOrgId] = useHeld(`row.org.${month}`, branchId)
  const [subject, setSubject] = useHeld(`row.subject.${month}`, '')
  const [typed, setTyped] = useHeld<Typed>(`row.typed.${month}`, BLANK)
  const units = branchAndGroups(useUnits(), branchId).map(({ id, name }) => ({ value: String(id), name }))
  const planned = plannedOf(typed)
  const wrongs = useWrongs(add.problem)
  const notHours = planned ? [] : [{ path: 'hoursHundredths', says: say(words.notHours) }]
  const send = async (): Promise<void> => {
    if (planned && (await add.send({ orgId, month, subject, ...planned }))) onClose()
  }
  const title = say(words.addTo, { month: showMonth(month, language) })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <Outcome of={add} words={refusals.addPlanRow} />
        <Wrongs of={[...wrongs, ...notHours]}>
          <div className="fields">
            <TextInput path="subject" label={say(words.subject)} value={subject} onChange={setSubject} />
            {units.length > 1 && (
              <Choose
                path="orgId"
                label={say(words.unit)}
                value={orgId}
                options={units}
                onChange={(id) => setOrgId(id || branchId)}
              />
            )}
            <PlanFields typed={typed} set={(change) => setTyped({ ...typed, ...change })} />
          </div>
        </Wrongs>
        <Send busy={add.state === 'sending'}>{say(words.add)}</Send>
      </Form>
    </Dialog>
  )
}
