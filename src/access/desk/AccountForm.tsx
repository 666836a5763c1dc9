import type { ReactNode } from 'react'
import type { Problem } from '../../kit/contract.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { ProblemSummary, type Wrong, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { LoginInput, TextInput } from '../../kit/web/ui/TextInput.tsx'
import { NewPassword } from '../ui/NewPassword.tsx'
import { deskWords } from '../words/desk.ts'
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

type Labels = Readonly<Record<keyof AccountFields, string>>
type Inputs = Pick<Shown, 'value' | 'set'> & { readonly labels: Labels }

function useLabels(): Labels {
  const say = useSay()
  return {
    mineName: say(deskWords.mineName),
    name: say(deskWords.adminName),
    login: say(words.login),
    password: say(words.newPassword),
  }
}

function MineName({ value, set, labels }: Inputs): ReactNode {
  const say = useSay()
  if (value.mineName === undefined) return null
  return (
    <TextInput
      path="mineName"
      label={labels.mineName}
      hint={say(deskWords.mineNameHint)}
      value={value.mineName}
      onChange={(mineName) => set({ mineName })}
    />
  )
}

function Person({ value, set, labels }: Inputs): ReactNode {
  const say = useSay()
  const hint = say(deskWords.loginHint)
  return (
    <>
      <TextInput
        path="name"
        label={labels.name}
        value={value.name}
        onChange={(name) => set({ name })}
        autoComplete="name"
      />
      <LoginInput label={labels.login} hint={hint} value={value.login} onChange={(login) => set({ login })} />
      <NewPassword
        label={labels.password}
        value={value.password}
        onChange={(password) => set({ password })}
      />
    </>
  )
}

/** Somebody's first account: name, login, password; with the mine's name when `value` has one. */
export function AccountForm(of: Shown): ReactNode {
  const labels = useLabels()
  return (
    <Form label={of.title} onSend={of.onSend}>
      <ProblemSummary problem={of.problem} wrongs={of.wrongs} words={of.words} labels={labels} />
      <Wrongs of={of.wrongs}>
        <MineName value={of.value} set={of.set} labels={labels} />
        <Person value={of.value} set={of.set} labels={labels} />
      </Wrongs>
      <Send busy={of.sending}>{of.go}</Send>
    </Form>
  )
}
