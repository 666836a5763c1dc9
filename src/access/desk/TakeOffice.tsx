import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { useFields } from '../ui/forms.ts'
import { deskRefusals, deskWords } from '../words/desk.ts'
import { AccountForm } from './AccountForm.tsx'

function Taken(): ReactNode {
  const say = useSay()
  return (
    <div className="stack">
      <Notice kind="done">{say(deskWords.taken)}</Notice>
      <div className="row">
        <ButtonLink kind="primary" to="/sign-in">
          {say(deskWords.toSignIn)}
        </ButtonLink>
      </div>
    </div>
  )
}

/** Makes the account of the security or the audit administrator, from a one-time link. */
export function TakeOffice({ token, title }: { token: string; title: string }): ReactNode {
  const say = useSay()
  const take = useAction('access.takeOffice')
  const { value, set, wrongs, check } = useFields({ name: '', login: '', password: '' }, take.problem)
  const send = (): void => {
    if (check()) void take.send({ token, ...value })
  }
  if (take.state === 'done') return <Taken />
  return (
    <AccountForm
      {...{ title, value, set, wrongs }}
      go={say(deskWords.takeOfficeGo)}
      problem={take.problem}
      words={deskRefusals.takeOffice}
      sending={take.state === 'sending'}
      onSend={send}
    />
  )
}
