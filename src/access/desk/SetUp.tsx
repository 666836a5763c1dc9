import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { newId } from '../../kit/id.ts'
import { useAction } from '../../kit/web/act.ts'
import { call } from '../../kit/web/call.ts'
import { useSay } from '../../kit/web/say.ts'
import { refusals, words } from '../words/pages.ts'
import { AccountForm } from './AccountForm.tsx'
import { useFields } from './forms.ts'

type Links = OutputOf<'access.setUp'>['links']

/** Names the mine and makes its first administrator, who is signed in at once. */
export function SetUp({ token, onDone }: { token: string; onDone: (links: Links) => void }): ReactNode {
  const say = useSay()
  const setUp = useAction('access.setUp')
  const { value, set, wrongs, check } = useFields(
    { mineName: '', name: '', login: '', password: '' },
    setUp.problem,
  )
  const send = async (): Promise<void> => {
    if (!check()) return
    const answer = await setUp.send({ token, ...value })
    if (!answer) return
    const me = await call('access.findMe', {}, { kind: 'read' })
    if (me.problem)
      await call(
        'access.signIn',
        { login: value.login, password: value.password },
        { kind: 'write', key: newId() },
      )
    onDone(answer.links)
  }
  return (
    <AccountForm
      title={say(words.setUp)}
      go={say(words.setUpGo)}
      value={value}
      set={set}
      wrongs={wrongs}
      problem={setUp.problem}
      words={refusals.setUp}
      sending={setUp.state === 'sending'}
      onSend={() => void send()}
    />
  )
}
