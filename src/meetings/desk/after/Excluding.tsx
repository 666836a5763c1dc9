import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { showDay, today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import type { Unit } from '../../../org/ui/units.ts'
import { GROUND_NAMES, GROUNDS, type Ground } from '../../rules/expected-people.ts'
import { words } from '../../words/after.ts'
import { followUpRefusals } from '../../words/follow-up.ts'
import { whyNotWords } from '../../words/room.ts'

const MOST = 1000
type Typed = {
  readonly personId: string
  readonly ground: Ground | ''
  readonly approvalNo: string
  readonly consentMeetingId: string
  readonly from: string
  readonly to: string
}
const begin = (): Typed => ({
  ...{ personId: '', ground: '', approvalNo: '', consentMeetingId: '', from: String(today()), to: '' },
})

function useExcluding(branch: Unit, onClose: () => void) {
  const [typed, setTyped] = useHeld(`exclusion.typed.${branch.id}`, begin)
  const act = useAction('meetings.excludeFromExpected')
  const send = async (): Promise<void> => {
    const { ground, consentMeetingId, to, ...rest } = typed
    if (!ground) return
    const given = { ...rest, ground, consentMeetingId: consentMeetingId || null, to: to || null }
    if (await act.send({ orgId: branch.id, ...given })) onClose()
  }
  return { typed, act, send, set: (change: Partial<Typed>): void => setTyped({ ...typed, ...change }) }
}

type Tied = { readonly branch: Unit; readonly typed: Typed; readonly set: (change: Partial<Typed>) => void }

function WhoAndWhy({ branch, typed, set }: Tied): ReactNode {
  const say = useSay()
  const people = useRead('people.listPeople', { orgId: branch.id, limit: MOST })
  const members = (people.data?.people ?? []).filter(({ category }) => category === 'fullMember')
  return (
    <>
      <Choose
        path="personId"
        label={say(words.who)}
        value={typed.personId}
        blank={say(words.chooseOne)}
        options={members.map(({ id, name }) => ({ value: String(id), name }))}
        onChange={(personId) => set({ personId })}
      />
      <Choose
        path="ground"
        label={say(words.ground)}
        value={typed.ground}
        blank={say(words.chooseOne)}
        options={GROUND_NAMES.map((value) => ({ value, name: say(whyNotWords[value]) }))}
        onChange={(ground) =>
          set({ ground, ...(ground && GROUNDS[ground].loses === 'vote' && { consentMeetingId: '' }) })
        }
      />
    </>
  )
}

function Consent({ branch, typed, set }: Tied): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const meetings = useRead('meetings.listMeetings', { branchId: branch.id, kind: 'generalMeeting' })
  if (typed.ground !== '' && GROUNDS[typed.ground].loses === 'vote') return null
  const options = (meetings.data?.meetings ?? []).map(({ id, no, heldOn }) => ({
    value: String(id),
    name: `${showDay(heldOn, language)} ${no}`,
  }))
  return (
    <Choose
      path="consentMeetingId"
      label={say(words.consent)}
      value={typed.consentMeetingId}
      blank={say(words.chooseOne)}
      options={options}
      onChange={(consentMeetingId) => set({ consentMeetingId })}
    />
  )
}

/** Takes somebody off those expected, with both approvals the rule asks for. */
export function Excluding({ branch, onClose }: { branch: Unit; onClose: () => void }): ReactNode {
  const say = useSay()
  const { typed, act, send, set } = useExcluding(branch, onClose)
  const labels = {
    ...{ personId: say(words.who), ground: say(words.ground), approvalNo: say(words.approval) },
    ...{ consentMeetingId: say(words.consent), from: say(words.fromDay), to: say(words.toDay) },
  }
  const tied = { branch, typed, set }
  return (
    <Asking
      {...{ title: say(words.exclude), act, labels, onClose }}
      refusals={followUpRefusals.excludeFromExpected}
      send={say(words.exclude)}
      onSend={send}
    >
      <WhoAndWhy {...tied} />
      <TextInput
        path="approvalNo"
        label={labels.approvalNo}
        value={typed.approvalNo}
        onChange={(approvalNo) => set({ approvalNo })}
      />
      <Consent {...tied} />
      <div className="fields">
        <DayInput path="from" label={labels.from} value={typed.from} onChange={(from) => set({ from })} />
        <DayInput path="to" label={labels.to} value={typed.to} onChange={(to) => set({ to })} />
      </div>
    </Asking>
  )
}
