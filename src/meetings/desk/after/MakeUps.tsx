import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { WhenLate } from '../../../journal/ui/LateBadge.tsx'
import type { OutputOf } from '../../../kit/contract.ts'
import { useAction } from '../../../kit/web/act.ts'
import { showDay, today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { COMMA, useLanguage, useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { DaySaid, Said } from '../../../kit/web/ui/Said.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { Unit } from '../../../org/ui/units.ts'
import { personPath } from '../../../people/ui/paths.ts'
import { meetingPath } from '../../ui/paths.ts'
import { words } from '../../words/after.ts'
import { followUpRefusals } from '../../words/follow-up.ts'
import { meetingKindWords } from '../../words/kinds.ts'

type Missed = OutputOf<'meetings.listMakeUps'>['missed'][number]

const begin = ({ shift, subject, materials }: Missed) => ({
  ...{ on: String(today()), shift, given: subject, materialId: String(materials[0]?.id ?? '') },
})

function useRecording(missed: Missed, onClose: () => void) {
  const [typed, setTyped] = useHeld(`makeUp.typed.${missed.meetingId}.${missed.personId}`, () =>
    begin(missed),
  )
  const act = useAction('meetings.recordMakeUp')
  const { meetingId, personId } = missed
  const send = async (): Promise<void> => {
    const materialId = typed.materialId || null
    if (await act.send({ ...typed, meetingId, personId, materialId })) onClose()
  }
  return { typed, act, send, set: (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change }) }
}

function Recording({ missed, onClose }: { missed: Missed; onClose: () => void }): ReactNode {
  const say = useSay()
  const { typed, act, send, set } = useRecording(missed, onClose)
  const labels = { on: say(words.on), shift: say(words.atShift), given: say(words.given) }
  const title = say(words.recordTitle, { name: missed.name })
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={followUpRefusals.recordMakeUp}
      send={say(words.record)}
      onSend={send}
    >
      <div className="fields">
        <DayInput path="on" label={labels.on} value={typed.on} onChange={(on) => set({ on })} />
        <TextInput
          path="shift"
          label={labels.shift}
          value={typed.shift}
          onChange={(shift) => set({ shift })}
        />
      </div>
      <TextInput path="given" label={labels.given} value={typed.given} onChange={(given) => set({ given })} />
      {missed.materials.length > 0 && (
        <Choose
          path="materialId"
          label={say(words.toGive)}
          value={typed.materialId}
          blank="–"
          options={missed.materials.map(({ id, title: name }) => ({ value: String(id), name }))}
          onChange={(materialId) => set({ materialId })}
        />
      )}
    </Asking>
  )
}

function Made({ missed }: { missed: Missed }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [open, setOpen] = useHeld(`makeUp.open.${missed.meetingId}.${missed.personId}`, false)
  const { made } = missed
  if (made)
    return (
      <span className="row">
        <State state="done">
          {say(words.madeOn, { day: showDay(made.on, language), shift: made.shift, given: made.given })}
        </State>
        <WhenLate days={made.recordedAfterDays} />
      </span>
    )
  return (
    <span className="row">
      <State state="due">{say(words.owed)}</State>
      {may('meetings.recordMakeUp') && <Button onPress={() => setOpen(true)}>{say(words.record)}</Button>}
      {open && <Recording missed={missed} onClose={() => setOpen(false)} />}
    </span>
  )
}

const COLUMNS: readonly Column<Missed>[] = [
  {
    head: words.who,
    kind: 'main',
    value: ({ name }) => name,
    cell: ({ personId, name }) => <Link href={personPath(personId)}>{name}</Link>,
  },
  { head: words.shift, value: ({ shift }) => shift },
  {
    head: words.missed,
    value: ({ kind, heldOn, subject }, say) => `${say(meetingKindWords[kind])} ${heldOn} ${subject}`,
    cell: ({ meetingId, kind, heldOn, subject }) => (
      <>
        <Link href={meetingPath(meetingId)}>
          <Said of={meetingKindWords[kind]} /> <DaySaid of={heldOn} />
        </Link>{' '}
        <span className="soft small">{subject}</span>
      </>
    ),
  },
  {
    head: words.toGive,
    value: ({ materials }, say) => materials.map(({ title }) => title).join(say(COMMA)),
    cell: ({ materials }) =>
      materials.map(({ id, title }) => (
        <Link key={id} href={`/library/${id}`} className="whole">
          {title}
        </Link>
      )),
  },
  { head: words.made, value: ({ made }) => made?.on ?? null, cell: (missed) => <Made missed={missed} /> },
]

/** Who missed what, and what they were given since at a meeting before their shift. */
export function MakeUps({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.listMakeUps', { branchId: branch.id })
  if (read.state !== 'ready') return <Waiting of={read} words={followUpRefusals.listMakeUps} lines={10} />
  const { missed } = read.data
  if (missed.length === 0) return <Empty title={say(words.makeUpsNone)}>{say(words.makeUpsEmpty)}</Empty>
  return (
    <>
      <p className="soft">{say(words.makeUpsLead)}</p>
      <DataTable
        caption={words.makeUps}
        rows={missed}
        keyOf={({ meetingId, personId }) => `${meetingId}-${personId}`}
        columns={COLUMNS}
      />
    </>
  )
}
