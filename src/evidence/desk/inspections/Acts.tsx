import type { ReactNode } from 'react'
import { addDays } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { LongInput } from '../../../kit/web/ui/TextInput.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { type FindingState, RECHECKS, RECTIFY_DAYS, type Recheck } from '../../rules/inspection.ts'
import { refusals } from '../../words/inspection.ts'
import { recheckWords, words } from '../../words/pages.ts'
import type { Finding } from './Findings.tsx'
import { Rectify } from './Rectify.tsx'

export type Acting = { readonly of: Finding; readonly onClose: () => void }

function Contest({ of, onClose }: Acting): ReactNode {
  const say = useSay()
  const act = useAction('evidence.contestFinding')
  const [text, setText] = useHeld(`contest.${of.id}`, '')
  const [title, label] = [say(words.contest), say(words.contestText)]
  const send = async (): Promise<void> => {
    if (await act.send({ id: of.id, text })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels: { text: label }, onClose }}
      refusals={refusals.contestFinding}
      send={say(words.save)}
      onSend={send}
    >
      <LongInput path="text" label={label} hint={say(words.contestHint)} value={text} onChange={setText} />
    </Asking>
  )
}

function Withdraw({ of, onClose }: Acting): ReactNode {
  const say = useSay()
  const act = useAction('evidence.withdrawFinding')
  const [why, setWhy] = useHeld(`withdraw.${of.id}`, '')
  const [title, label] = [say(words.withdraw), say(words.why)]
  const send = async (): Promise<void> => {
    if (await act.send({ id: of.id, why })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels: { why: label }, onClose }}
      refusals={refusals.withdrawFinding}
      send={title}
      onSend={send}
    >
      <LongInput path="why" label={label} hint={say(words.contestHint)} value={why} onChange={setWhy} />
    </Asking>
  )
}

function Owner({ of, onClose }: Acting): ReactNode {
  const say = useSay()
  const act = useAction('evidence.assignRectification')
  const people = useRead('people.listPeople', { orgId: of.orgId, limit: 1000 })
  const [ownerId, setOwner] = useHeld(`owner.${of.id}`, String(of.rounds.at(-1)?.ownerId ?? ''))
  const [title, label] = [say(words.changeOwner), say(words.owner)]
  const options =
    people.data?.people.map(({ id, name, no }) => ({ value: String(id), name: `${name} ${no}` })) ?? []
  const send = async (): Promise<void> => {
    if (await act.send({ id: of.id, ownerId })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels: { ownerId: label }, onClose }}
      refusals={refusals.assignRectification}
      send={say(words.save)}
      onSend={send}
    >
      <Choose path="ownerId" label={label} blank="" value={ownerId} options={options} onChange={setOwner} />
    </Asking>
  )
}

type Looked = { readonly result: Recheck; readonly text: string; readonly dueOn: string }

function Looking({ of, onClose }: Acting): ReactNode {
  const say = useSay()
  const act = useAction('evidence.recheck')
  const [typed, setTyped] = useHeld<Looked>(`recheck.${of.id}`, () => ({
    ...{ result: 'rectified', text: '', dueOn: String(addDays(today(), RECTIFY_DAYS)) },
  }))
  const labels = { result: say(words.result), text: say(words.recheckText), dueOn: say(words.again) }
  const title = say(words.recheck)
  const send = async (): Promise<void> => {
    const dueOn = typed.result === 'again' ? typed.dueOn : null
    if (await act.send({ id: of.id, result: typed.result, text: typed.text, dueOn })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={refusals.recheck}
      send={say(words.save)}
      onSend={send}
    >
      <Choose
        path="result"
        label={labels.result}
        value={typed.result}
        options={RECHECKS.map((value) => ({ value, name: say(recheckWords[value]) }))}
        onChange={(result) => result && setTyped({ ...typed, result })}
      />
      <LongInput
        path="text"
        label={labels.text}
        value={typed.text}
        onChange={(text) => setTyped({ ...typed, text })}
      />
      {typed.result === 'again' && (
        <DayInput
          path="dueOn"
          which="next"
          label={labels.dueOn}
          value={typed.dueOn}
          onChange={(dueOn) => setTyped({ ...typed, dueOn })}
        />
      )}
    </Asking>
  )
}

type Kind = 'rectify' | 'owner' | 'contest' | 'recheck' | 'withdraw'
type Act = {
  readonly kind: Kind
  readonly words: (typeof words)[keyof typeof words] & { zh: string }
  readonly needs: Parameters<ReturnType<typeof useMay>>[0]
  readonly when: (of: Finding) => boolean
  readonly Form: (of: Acting) => ReactNode
}

const STANDS: readonly FindingState[] = ['noted', 'open', 'done']
const isIn =
  (...states: readonly FindingState[]) =>
  ({ state }: Finding): boolean =>
    states.includes(state)

/** What may be done about a finding: by whom it is asked of, and while it stands so. */
const ACTS = [
  { kind: 'rectify', words: words.rectify, needs: 'evidence.rectify', when: isIn('open'), Form: Rectify },
  {
    kind: 'owner',
    words: words.changeOwner,
    needs: 'evidence.assignRectification',
    when: isIn('open'),
    Form: Owner,
  },
  {
    kind: 'contest',
    words: words.contest,
    needs: 'evidence.contestFinding',
    when: (of: Finding) => !of.contested && isIn(...STANDS)(of),
    Form: Contest,
  },
  { kind: 'recheck', words: words.recheck, needs: 'evidence.recheck', when: isIn('done'), Form: Looking },
  {
    kind: 'withdraw',
    words: words.withdraw,
    needs: 'evidence.withdrawFinding',
    when: isIn(...STANDS),
    Form: Withdraw,
  },
] as const satisfies readonly Act[]

/** The buttons below a finding, each with its form. */
export function Acts({ of }: { of: Finding }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld<Kind | null>(`finding.open.${of.id}`, null)
  const shown = ACTS.filter(({ needs, when }) => may(needs) && when(of))
  const asked = shown.find(({ kind }) => kind === open)
  if (shown.length === 0) return null
  return (
    <div className="row unprinted">
      {shown.map(({ kind, words: label }) => (
        <Button key={kind} onPress={() => setOpen(kind)}>
          {say(label)}
        </Button>
      ))}
      {asked && <asked.Form of={of} onClose={() => setOpen(null)} />}
    </div>
  )
}
