import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { newId } from '../../kit/id.ts'
import { useAction } from '../../kit/web/act.ts'
import { call } from '../../kit/web/call.ts'
import { useSay } from '../../kit/web/say.ts'
import { useFields } from '../ui/forms.ts'
import { deskRefusals, deskWords } from '../words/desk.ts'
import { AccountForm } from './AccountForm.tsx'

type Links = OutputOf<'access.setUp'>['links']

/** Signs the new administrator in, unless setting up did so already. */
async function enter({ login, password }: { login: string; password: string }): Promise<void> {
  const me = await call('access.findMe', {}, { kind: 'read' })
  if (me.problem) await call('access.signIn', { login, password }, { kind: 'write', key: newId() })
}

/** Names the mine and makes its first administrator, who is signed in at once. */
export function SetUp({ token, onDone }: { token: string; onDone: (links: Links) => void }): ReactNode {
  const say = useSay()
  const setUp = useAction('access.setUp')
  const { value, set, wrongs, check } = useFields(
    { mineName: '', name: '', login: '', password: '' },
    setUp.problem,
  )
  const send = async (): Promise<void> => {
    const answer = check() && (await setUp.send({ token, ...value }))
    if (!answer) return
    await enter(value)
    onDone(answer.links)
  }
  return (
    <AccountForm
      {...{ value, set, wrongs }}
      title={say(deskWords.setUp)}
      go={say(deskWords.setUpGo)}
      problem={setUp.problem}
      words={deskRefusals.setUp}
      sending={setUp.state === 'sending'}
      onSend={() => void send()}
    />
  )
}
