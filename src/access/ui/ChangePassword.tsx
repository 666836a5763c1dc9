import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { ProblemSummary, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { PasswordInput } from '../../kit/web/ui/TextInput.tsx'
import { refusals, words } from '../words/pages.ts'
import { useFields } from './forms.ts'
import { NewPassword } from './NewPassword.tsx'

type When = 'first' | 'later'

function useLabels(when: When): { readonly old: string; readonly password: string } {
  const say = useSay()
  const old = say(when === 'first' ? words.oldPasswordFirst : words.oldPassword)
  return { old, password: say(words.newPassword) }
}

/** Changes one's own password. `first`: the one-time code still stands. */
export function ChangePassword({ when }: { when: When }): ReactNode {
  const say = useSay()
  const change = useAction('access.changePassword')
  const { value, set, wrongs, check } = useFields({ old: '', password: '' }, change.problem)
  const labels = useLabels(when)
  const setNew = (password: string): void => set({ password })
  const send = async (): Promise<void> => {
    if (check() && (await change.send({ ...value, old: value.old.trim() }))) set({ old: '', password: '' })
  }
  return (
    <Form label={say(words.change)} onSend={() => void send()}>
      {change.state === 'done' && <Notice kind="done">{say(words.changed)}</Notice>}
      <ProblemSummary {...{ wrongs, labels }} problem={change.problem} words={refusals.changePassword} />
      <Wrongs of={wrongs}>
        <PasswordInput path="old" label={labels.old} value={value.old} onChange={(old) => set({ old })} />
        <NewPassword label={labels.password} value={value.password} onChange={setNew} />
      </Wrongs>
      <Send busy={change.state === 'sending'} {...(when === 'later' && { kind: 'plain' })}>
        {say(words.change)}
      </Send>
    </Form>
  )
}
