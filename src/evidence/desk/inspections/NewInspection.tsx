import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { addMonths } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { treeOf, type Unit, useUnits } from '../../../org/ui/units.ts'
import { EACH, SPLITS, type Split } from '../../rules/inspection.ts'
import { inspectionPath } from '../../ui/paths.ts'
import { refusals } from '../../words/inspection.ts'
import { splitWords, words } from '../../words/pages.ts'

type Typed = {
  readonly title: string
  readonly orgId: string
  readonly from: string
  readonly to: string
  readonly announcedOn: string
  readonly each: string
  readonly split: Split
}

/** A quarter back from today. */
const LOOK_BACK_MONTHS = -3

const begun = (title: string): Typed => ({
  ...{ title, orgId: '', from: String(addMonths(today(), LOOK_BACK_MONTHS)), to: String(today()) },
  ...{ announcedOn: '', each: String(EACH), split: 'branch' },
})

const INDENT = '　'
const optionsOf = (units: readonly Unit[]) =>
  treeOf(units)
    .filter(({ kind }) => kind !== 'partyGroup')
    .map(({ id, name, depth }) => ({ value: String(id), name: `${INDENT.repeat(depth)}${name}` }))

type Fields = { readonly typed: Typed; readonly set: (more: Partial<Typed>) => void }

function Which({ typed, set }: Fields): ReactNode {
  const say = useSay()
  const units = optionsOf(useUnits())
  return (
    <>
      <TextInput
        path="title"
        label={say(words.name)}
        value={typed.title}
        onChange={(title) => set({ title })}
      />
      <Choose
        path="orgId"
        label={say(words.unit)}
        value={typed.orgId || (units[0]?.value ?? '')}
        options={units}
        onChange={(orgId) => set({ orgId })}
      />
      <DayInput path="from" label={say(words.from)} value={typed.from} onChange={(from) => set({ from })} />
      <DayInput path="to" label={say(words.to)} value={typed.to} onChange={(to) => set({ to })} />
    </>
  )
}

function HowMany({ typed, set }: Fields): ReactNode {
  const say = useSay()
  return (
    <>
      <DayInput
        path="announcedOn"
        label={`${say(words.announcedOn)} (${say(words.announcedHint)})`}
        value={typed.announcedOn}
        onChange={(announcedOn) => set({ announcedOn })}
      />
      <TextInput
        path="each"
        label={say(words.each)}
        inputMode="numeric"
        value={typed.each}
        onChange={(each) => set({ each })}
      />
      <Choose
        path="split"
        label={say(words.split)}
        value={typed.split}
        options={SPLITS.map((value) => ({ value, name: say(splitWords[value]) }))}
        onChange={(split) => split && set({ split })}
      />
    </>
  )
}

/** Begins an inspection and leads to it. */
export function NewInspection({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const units = optionsOf(useUnits())
  const act = useAction('evidence.makeInspection')
  const [typed, setTyped] = useHeld('inspection.new', begun(''))
  const set = (more: Partial<Typed>): void => setTyped({ ...typed, ...more })
  const labels = {
    ...{ title: say(words.name), orgId: say(words.unit), from: say(words.from), to: say(words.to) },
    ...{ announcedOn: say(words.announcedOn), each: say(words.each), split: say(words.split) },
  }
  const send = async (): Promise<void> => {
    const { title, from, to, split } = typed
    const orgId = typed.orgId || (units[0]?.value ?? '')
    const more = { announcedOn: typed.announcedOn || null, each: Number(typed.each), split }
    const made = await act.send({ orgId, title, from, to, ...more })
    if (made) go(inspectionPath(made.id))
  }
  const title = say(words.make)
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={refusals.makeInspection}
      send={title}
      onSend={send}
    >
      <Which typed={typed} set={set} />
      <HowMany typed={typed} set={set} />
    </Asking>
  )
}
