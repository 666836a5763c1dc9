import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { LongInput, TextInput } from '../../../kit/web/ui/TextInput.tsx'
import type { Quorum } from '../../rules/policy.ts'
import type { Witness } from '../../ui/said.ts'
import { refusals } from '../../words/pages.ts'
import { words } from '../../words/witnesses.ts'
import { QuorumSaid } from './QuorumSaid.tsx'

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
