import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { refusals, words } from '../words/pages.ts'
import { AccountForm } from './AccountForm.tsx'
import { useFields } from './forms.ts'

/** Makes the account of the security or the audit administrator, from a one-time link. */
export function TakeOffice({ token, title }: { token: string; title: string }): ReactNode {
  const say = useSay()
  const take = useAction('access.takeOffice')
  const { value, set, wrongs, check } = useFields({ name: '', login: '', password: '' }, take.problem)
  if (take.state === 'done')
    return (
      <div className="stack">
        <Notice kind="done">{say(words.taken)}</Notice>
        <div className="row">
          <ButtonLink kind="primary" to="/sign-in">
            {say(words.toSignIn)}
          </ButtonLink>
        </div>
      </div>
    )
  return (
    <AccountForm
      title={title}
      go={say(words.takeOfficeGo)}
      value={value}
      set={set}
      wrongs={wrongs}
      problem={take.problem}
      words={refusals.takeOffice}
      sending={take.state === 'sending'}
      onSend={() => {
        if (check()) void take.send({ token, ...value })
      }}
    />
  )
}
