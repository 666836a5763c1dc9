import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { CodeInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { deskRefusals, deskWords } from '../words/desk.ts'
import { words } from '../words/pages.ts'

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

function Confirm({ secret, uri }: { secret: string; uri: string }): ReactNode {
  const say = useSay()
  const confirm = useAction('access.confirmTotp')
  const [code, setCode] = useState('')
  return (
    <Form
      label={say(deskWords.authenticator)}
      onSend={() => void confirm.send({ code: code.replace(/\s/g, '') })}
    >
      <p>{say(deskWords.authenticatorSecret)}</p>
      <p className="code strong">{inFours(secret)}</p>
      <p>
        <a href={uri}>{say(deskWords.authenticatorOpen)}</a>
      </p>
      <Outcome of={confirm} words={deskRefusals.confirmTotp} />
      <CodeInput label={say(words.code)} hint={say(words.codeHint)} value={code} onChange={setCode} />
      <Send busy={confirm.state === 'sending'}>{say(deskWords.authenticatorConfirm)}</Send>
    </Form>
  )
}

/** Switches an authenticator app on: draw a secret, type it there, confirm with a code. */
export function Authenticator({ isOn }: { isOn: boolean }): ReactNode {
  const say = useSay()
  const start = useAction('access.startTotp')
  if (isOn) return <State state="done">{say(deskWords.authenticatorOn)}</State>
  if (start.answer) return <Confirm {...start.answer} />
  return (
    <div className="stack">
      <p className="soft">{say(deskWords.authenticatorOff)}</p>
      <Outcome of={start} words={deskRefusals.startTotp} />
      <div className="row">
        <Button busy={start.state === 'sending'} onPress={() => void start.send({})}>
          {say(deskWords.authenticatorStart)}
        </Button>
      </div>
    </div>
  )
}
