import type { ReactNode } from 'react'
import type { WriteName } from '../../../kit/contract.ts'
import { type Act, useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay, type Words } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { LongInput, TextInput } from '../../../kit/web/ui/TextInput.tsx'
import type { Quorum } from '../../rules/policy.ts'
import type { Witness } from '../../ui/said.ts'
import { refusals } from '../../words/pages.ts'
import { words } from '../../words/witnesses.ts'
import { QuorumSaid } from './QuorumSaid.tsx'

function Asking<N extends WriteName>(of: {
  title: string
  lead?: string
  act: Act<N>
  refusals: Readonly<Record<string, Words>>
  labels: Readonly<Record<string, string>>
  send: string
  onSend: () => Promise<void>
  onClose: () => void
  children: ReactNode
}): ReactNode {
  const wrongs = useWrongs(of.act.problem)
  return (
    <Dialog title={of.title} onClose={of.onClose}>
      <Form label={of.title} onSend={() => void of.onSend()}>
        {of.lead && <p>{of.lead}</p>}
        <ProblemSummary problem={of.act.problem} wrongs={wrongs} words={of.refusals} labels={of.labels} />
        <Wrongs of={wrongs}>{of.children}</Wrongs>
        <Send busy={of.act.state === 'sending'}>{of.send}</Send>
      </Form>
    </Dialog>
  )
}

/** Enters a witness by the line it shows and the address it listens at. */
export function AddWitness({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useAction('journal.addWitness')
  const [vkey, setVkey] = useHeld('witness.vkey', '')
  const [url, setUrl] = useHeld('witness.url', '')
  const labels = { vkey: say(words.key), url: say(words.url) }
  const send = async (): Promise<void> => {
    if (await act.send({ vkey: vkey.trim(), url: url.trim() })) onClose()
  }
  return (
    <Asking
      {...{ title: say(words.add), lead: say(words.addLead), act, labels, onClose }}
      refusals={refusals.addWitness}
      send={say(words.add)}
      onSend={send}
    >
      <LongInput path="vkey" label={labels.vkey} value={vkey} onChange={setVkey} />
      <TextInput path="url" label={labels.url} hint={say(words.urlHint)} value={url} onChange={setUrl} />
    </Asking>
  )
}

/** Lets a witness go, for a reason that is sealed. */
export function EndWitness({ of, onClose }: { of: Witness; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useAction('journal.endWitness')
  const [reason, setReason] = useHeld('witness.reason', '')
  const labels = { reason: say(words.reason) }
  const send = async (): Promise<void> => {
    if (await act.send({ id: of.id, reason })) onClose()
  }
  return (
    <Asking
      {...{ title: say(words.endTitle, { name: of.name }), lead: say(words.endLead), act, labels, onClose }}
      refusals={refusals.endWitness}
      send={say(words.end)}
      onSend={send}
    >
      <TextInput path="reason" label={labels.reason} value={reason} onChange={setReason} />
    </Asking>
  )
}

type About = { readonly quorum: Quorum; readonly there: Quorum; readonly onClose: () => void }

/** Says how many are needed, with what that will mean below. */
export function ChangeQuorum({ quorum, there, onClose }: About): ReactNode {
  const say = useSay()
  const act = useAction('journal.setQuorum')
  const [typed, set] = useHeld('witness.quorum', {
    committees: String(quorum.committees),
    phones: String(quorum.phones),
  })
  const labels = { committees: say(words.committees), phones: say(words.phones) }
  const wanted = { committees: Number(typed.committees || 'x'), phones: Number(typed.phones || 'x') }
  const isRead = [wanted.committees, wanted.phones].every((one) => Number.isInteger(one) && one >= 0)
  const send = async (): Promise<void> => {
    if (await act.send(wanted)) onClose()
  }
  return (
    <Asking
      {...{ title: say(words.quorum), act, labels, onClose }}
      refusals={refusals.setQuorum}
      send={say(words.save)}
      onSend={send}
    >
      {(['committees', 'phones'] as const).map((path) => (
        <TextInput
          key={path}
          path={path}
          label={labels[path]}
          inputMode="numeric"
          value={typed[path]}
          onChange={(value) => set({ ...typed, [path]: value })}
        />
      ))}
      <p role="status">{isRead && <QuorumSaid of={wanted} there={there} />}</p>
    </Asking>
  )
}
