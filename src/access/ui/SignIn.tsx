import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { ProblemSummary, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { CodeInput, LoginInput, PasswordInput } from '../../kit/web/ui/TextInput.tsx'
import { refusals, words } from '../words/pages.ts'
import { useFields } from './forms.ts'

/** Login and password; the code of an authenticator is asked for when the server wants one. */
export function SignIn(): ReactNode {
  const say = useSay()
  const signIn = useAction('access.signIn')
  const [code, setCode] = useState('')
  const { value, set, wrongs, check } = useFields({ login: '', password: '' }, signIn.problem)
  const wantsCode = code !== '' || signIn.problem?.code === 'code-needed'
  const labels = { login: say(words.login), password: say(words.password), code: say(words.code) }
  const send = (): void => {
    const password = value.password.trim()
    if (check()) void signIn.send({ ...value, password, ...(code && { code: code.replace(/\s/g, '') }) })
  }
  return (
    <Form label={say(words.signIn)} onSend={send}>
      <ProblemSummary problem={signIn.problem} wrongs={wrongs} words={refusals.signIn} labels={labels} />
      <Wrongs of={wrongs}>
        <LoginInput label={labels.login} value={value.login} onChange={(login) => set({ login })} />
        <PasswordInput
          path="password"
          label={labels.password}
          hint={say(words.passwordHint)}
          value={value.password}
          onChange={(password) => set({ password })}
        />
        {wantsCode && (
          <CodeInput label={labels.code} hint={say(words.codeHint)} value={code} onChange={setCode} />
        )}
      </Wrongs>
      <Send busy={signIn.state === 'sending'}>{say(words.signIn)}</Send>
    </Form>
  )
}
