import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ProblemSummary, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form } from '../../kit/web/ui/Form.tsx'
import { PasswordInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import { refusals, words } from '../words/pages.ts'
import { useFields } from './forms.ts'

/** Login and password; the code of an authenticator is asked for when the server wants one. */
export function SignIn({ onDone }: { onDone: () => void }): ReactNode {
  const say = useSay()
  const signIn = useAction('access.signIn')
  const [code, setCode] = useState<string | null>(null)
  const { value, set, wrongs, check } = useFields({ login: '', password: '' }, signIn.problem)
  const wantsCode = code !== null || signIn.problem?.code === 'code-needed'
  const send = async (): Promise<void> => {
    if (!check()) return
    const answer = await signIn.send({ ...value, ...(code && { code: code.replace(/\s/g, '') }) })
    if (answer) onDone()
  }
  const labels = { login: say(words.login), password: say(words.password), code: say(words.code) }
  return (
    <Form label={say(words.signIn)} onSend={() => void send()}>
      <ProblemSummary problem={signIn.problem} wrongs={wrongs} words={refusals.signIn} labels={labels} />
      <Wrongs of={wrongs}>
        <TextInput
          path="login"
          label={labels.login}
          value={value.login}
          onChange={(login) => set({ login })}
          autoComplete="username"
        />
        <PasswordInput
          path="password"
          label={labels.password}
          hint={say(words.passwordHint)}
          value={value.password}
          onChange={(password) => set({ password })}
          autoComplete="current-password"
        />
        {wantsCode && (
          <TextInput
            path="code"
            label={labels.code}
            hint={say(words.codeHint)}
            value={code ?? ''}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
      </Wrongs>
      <div className="row">
        <Button kind="primary" type="submit" busy={signIn.state === 'sending'}>
          {say(words.signIn)}
        </Button>
      </div>
    </Form>
  )
}
