import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { historyPath } from '../../journal/ui/paths.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { refusals, words } from '../words/pages.ts'

type Person = Pick<OutputOf<'people.findPerson'>, 'id' | 'name'>

/** What goes and what stays, the reason, and the name typed again; afterwards the notice with its number is shown. */
function Asking({ person: { id, name }, onClose }: { person: Person; onClose: () => void }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const act = useAction('people.erase')
  const [reason, setReason] = useHeld('erase.reason', '')
  const [typed, setTyped] = useState('')
  const [isOther, setOther] = useState(false)
  const said = useWrongs(act.problem)
  const wrongs = [...said, ...(isOther ? [{ path: 'name', says: say(words.eraseMismatch) }] : [])]
  const labels = { reason: say(words.whyEnds), name: say(words.eraseRetype, { name }) }
  const send = async (): Promise<void> => {
    setOther(typed.trim() !== name)
    if (typed.trim() !== name) return
    const done = await act.send({ id, reason })
    if (done) go(historyPath(done.notice))
  }
  const title = say(words.eraseTitle, { name })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} length="long" onSend={() => void send()}>
        <p>{say(words.eraseGoes)}</p>
        <p>{say(words.eraseStays)}</p>
        <ProblemSummary problem={act.problem} wrongs={wrongs} words={refusals.erase} labels={labels} />
        <Wrongs of={wrongs}>
          <TextInput path="reason" label={labels.reason} value={reason} onChange={setReason} />
          <TextInput path="name" label={labels.name} value={typed} autoComplete="off" onChange={setTyped} />
        </Wrongs>
        <Send busy={act.state === 'sending'}>{say(words.eraseGo)}</Send>
      </Form>
    </Dialog>
  )
}

/** Erasing somebody who was wrongly recorded: offered only where nothing but the roster names them. */
export function Erase({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useHeld('person.erasing', false)
  const read = useRead('people.findErasable', { id: person.id })
  if (read.data?.erasable !== true) return null
  return (
    <>
      <Button onPress={() => setAsking(true)}>{say(words.erase)}</Button>
      {asking && <Asking person={person} onClose={() => setAsking(false)} />}
    </>
  )
}
