import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { LoginInput, TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { useFieldsIn } from '../../ui/forms.ts'
import { refusals, words } from '../../words/accounts.ts'
import { OneCode } from './Codes.tsx'

/** An account for somebody who is on no roster. */
export function NewStaff({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const make = useAction('access.makeStaffAccount')
  const { value, set, wrongs, check } = useFieldsIn(
    useHeld('staff.new', { name: '', login: '' }),
    make.problem,
  )
  const labels = { name: say(words.name), login: say(words.login) }
  return (
    <Dialog title={say(words.newStaff)} onClose={onClose}>
      {make.answer ? (
        <OneCode of={make.answer} />
      ) : (
        <Form label={say(words.newStaff)} onSend={() => void (check() && make.send(value))}>
          <p className="soft">{say(words.newStaffLead)}</p>
          <ProblemSummary {...{ wrongs, labels }} problem={make.problem} words={refusals.makeStaffAccount} />
          <Wrongs of={wrongs}>
            <TextInput
              path="name"
              label={labels.name}
              value={value.name}
              onChange={(name) => set({ name })}
            />
            <LoginInput label={labels.login} value={value.login} onChange={(login) => set({ login })} />
          </Wrongs>
          <Send busy={make.state === 'sending'}>{say(words.newStaffGo)}</Send>
        </Form>
      )}
    </Dialog>
  )
}
