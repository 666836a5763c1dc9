import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ProblemSummary, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form } from '../../kit/web/ui/Form.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { PasswordInput } from '../../kit/web/ui/TextInput.tsx'
import { refusals, words } from '../words/pages.ts'
import { useFields } from './forms.ts'

/** Changes one's own password. `first`: the one-time code still stands. */
export function ChangePassword({ when }: { when: 'first' | 'later' }): ReactNode {
  const say = useSay()
  const change = useAction('access.changePassword')
  const { value, set, wrongs, check } = useFields({ old: '', password: '' }, change.problem)
  const labels = {
    old: say(when === 'first' ? words.oldPasswordFirst : words.oldPassword),
    password: say(words.newPassword),
  }
  const send = async (): Promise<void> => {
    if (check() && (await change.send(value))) set({ old: '', password: '' })
  }
  return (
    <Form label={say(words.change)} onSend={() => void send()}>
      {change.state === 'done' && <Notice kind="done">{say(words.changed)}</Notice>}
      <ProblemSummary
        problem={change.problem}
        wrongs={wrongs}
        words={refusals.changePassword}
        labels={labels}
      />
      <Wrongs of={wrongs}>
        <PasswordInput
          path="old"
          label={labels.old}
          value={value.old}
          onChange={(old) => set({ old })}
          autoComplete="current-password"
        />
        <PasswordInput
          path="password"
          label={labels.password}
          hint={say(words.newPasswordHint)}
          value={value.password}
          onChange={(password) => set({ password })}
          autoComplete="new-password"
        />
      </Wrongs>
      <div className="row">
        <Button kind="primary" type="submit" busy={change.state === 'sending'}>
          {say(words.change)}
        </Button>
      </div>
    </Form>
  )
}
