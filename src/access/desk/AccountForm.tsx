import type { ReactNode } from 'react'
import type { Problem } from '../../kit/contract.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ProblemSummary, type Wrong, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form } from '../../kit/web/ui/Form.tsx'
import { PasswordInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import { words } from '../words/pages.ts'

export type AccountFields = { mineName?: string; name: string; login: string; password: string }

type Shown = {
  title: string
  go: string
  value: AccountFields
  set: (change: Partial<AccountFields>) => void
  wrongs: readonly Wrong[]
  problem: Problem | undefined
  words: Readonly<Record<string, Words>>
  sending: boolean
  onSend: () => void
}

/** Somebody's first account: name, login, password; with the mine's name when `value` has one. */
export function AccountForm(of: Shown): ReactNode {
  const say = useSay()
  const { value, set } = of
  const labels = {
    mineName: say(words.mineName),
    name: say(words.adminName),
    login: say(words.login),
    password: say(words.newPassword),
  }
  return (
    <Form label={of.title} onSend={of.onSend}>
      <ProblemSummary problem={of.problem} wrongs={of.wrongs} words={of.words} labels={labels} />
      <Wrongs of={of.wrongs}>
        {value.mineName !== undefined && (
          <TextInput
            path="mineName"
            label={labels.mineName}
            hint={say(words.mineNameHint)}
            value={value.mineName}
            onChange={(mineName) => set({ mineName })}
            autoComplete="organization"
          />
        )}
        <TextInput
          path="name"
          label={labels.name}
          value={value.name}
          onChange={(name) => set({ name })}
          autoComplete="name"
        />
        <TextInput
          path="login"
          label={labels.login}
          hint={say(words.loginHint)}
          value={value.login}
          onChange={(login) => set({ login })}
          autoComplete="username"
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
        <Button kind="primary" type="submit" busy={of.sending}>
          {of.go}
        </Button>
      </div>
    </Form>
  )
}
