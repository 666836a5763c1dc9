import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { ORG_KINDS, type OrgKind, placeUnit } from '../rules.ts'
import { treeOf, type Unit, useUnits } from '../ui/units.ts'
import { orgKindWords } from '../words/kinds.ts'
import { refusals, words } from '../words/units.ts'

/** A unit as it is typed; '' is nothing. */
type Entry = {
  readonly code: string
  readonly name: string
  readonly kind: OrgKind
  readonly parentId: string
  readonly foundedOn: string
  readonly termFrom: string
  readonly termTo: string
  readonly shiftSystem: string
  readonly themeDay: string
  readonly note: string
}

type Fields = { readonly entry: Entry; readonly set: (change: Partial<Entry>) => void }

const LABELS = {
  code: words.code,
  name: words.name,
  kind: words.kind,
  parentId: words.parent,
  foundedOn: words.foundedOn,
  termFrom: words.termFrom,
  termTo: words.termTo,
  shiftSystem: words.shiftSystem,
  themeDay: words.themeDay,
  note: words.note,
}

function useLabels(): Readonly<Record<keyof Entry, string>> {
  const say = useSay()
  const said = Object.entries(LABELS).map(([path, name]) => [path, say(name)])
  return Object.fromEntries(said)
}

/** The committee over the whole mine: everything else stands below it. */
const committeeOf = (units: readonly Unit[]): Unit | undefined =>
  units.find(({ kind, parentId }) => kind === 'committee' && parentId === null)

/** Below which units a unit of this kind may stand. */
function useParents({ kind, parentId }: Entry): { value: string; name: string }[] {
  const say = useSay()
  const fits = (parentKind?: OrgKind): boolean => placeUnit({ kind, parentKind }) === 'placed'
  const all = useUnits()
  const units = treeOf(all).filter((unit) => fits(unit.kind))
  const isTop = fits() && (parentId === '' || !committeeOf(all))
  const top = isTop ? [{ value: '', name: say(words.top) }] : []
  return [
    ...top,
    ...units.map(({ id, name, depth }) => ({ value: String(id), name: `${'　'.repeat(depth)}${name}` })),
  ]
}

function Days({ entry, set }: Fields): ReactNode {
  const labels = useLabels()
  return (['foundedOn', 'termFrom', 'termTo'] as const).map((path) => (
    <DayInput
      key={path}
      path={path}
      label={labels[path]}
      value={entry[path]}
      onChange={(day) => set({ [path]: day })}
    />
  ))
}

function Place({ entry, set }: Fields): ReactNode {
  const labels = useLabels()
  return (
    <Choose
      path="parentId"
      label={labels.parentId}
      value={entry.parentId}
      options={useParents(entry)}
      onChange={(parentId) => set({ parentId })}
    />
  )
}

function UnitFields({ entry, set }: Fields): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const tied = (path: 'name' | 'shiftSystem' | 'themeDay' | 'note') => ({
    path,
    label: labels[path],
    value: entry[path],
    onChange: (text: string) => set({ [path]: text }),
  })
  return (
    <>
      <TextInput {...tied('name')} />
      <Place entry={entry} set={set} />
      <Days entry={entry} set={set} />
      <TextInput {...tied('shiftSystem')} hint={say(words.shiftHint)} />
      <TextInput {...tied('themeDay')} hint={say(words.themeDayHint)} />
      <TextInput {...tied('note')} />
    </>
  )
}

function sentOf(entry: Entry) {
  const { name, shiftSystem, themeDay, note } = entry
  const days = {
    foundedOn: entry.foundedOn || null,
    termFrom: entry.termFrom || null,
    termTo: entry.termTo || null,
  }
  return { name, shiftSystem, themeDay, note, ...days, parentId: entry.parentId || null }
}

const entryOf = (unit: Unit): Entry => ({
  ...unit,
  parentId: unit.parentId ?? '',
  foundedOn: unit.foundedOn ?? '',
  termFrom: unit.termFrom ?? '',
  termTo: unit.termTo ?? '',
})

/** The kinds that may stand below a unit, the likeliest first. */
const kindsBelow = (parentKind: OrgKind | undefined): OrgKind[] =>
  ORG_KINDS.filter((kind) => placeUnit({ kind, parentKind }) === 'placed')

const blankBelow = (parent: Unit | undefined): Entry => {
  const kinds = kindsBelow(parent?.kind)
  return {
    code: '',
    name: '',
    kind: kinds.find((kind) => kind === 'branch') ?? kinds[0] ?? 'branch',
    parentId: parent?.id ?? '',
    foundedOn: '',
    termFrom: '',
    termTo: '',
    shiftSystem: '',
    themeDay: '',
    note: '',
  }
}

/** Adds a unit; `parent`: below that one. */
export function AddUnit({ parent, onClose }: { parent?: Unit; onClose: () => void }): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const top = committeeOf(useUnits())
  const [entry, setEntry] = useState(() => blankBelow(parent ?? top))
  const add = useAction('org.addUnit')
  const wrongs = useWrongs(add.problem)
  const set = (part: Partial<Entry>): void => setEntry({ ...entry, ...part })
  const title = parent ? say(words.addBelow, { name: parent.name }) : say(words.add)
  const kinds = parent ? kindsBelow(parent.kind) : ORG_KINDS
  const units = useUnits()
  const fits = (kind: OrgKind, under: Unit | undefined): boolean =>
    placeUnit({ kind, parentKind: under?.kind }) === 'placed'
  /** Where it was to stand, when one of that kind may; else the first place where it may. */
  const parentFor = (kind: OrgKind): string => {
    const asked = units.find(({ id }) => id === entry.parentId)
    const place = fits(kind, asked) ? asked : treeOf(units).find((unit) => fits(kind, unit))
    return place?.id ?? ''
  }
  const send = async (): Promise<void> => {
    const { code, kind } = entry
    if (await add.send({ code, kind, ...sentOf(entry) })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} length="long" onSend={() => void send()}>
        <p className="soft">{say(words.addLead)}</p>
        <ProblemSummary problem={add.problem} wrongs={wrongs} words={refusals.addUnit} labels={labels} />
        <Wrongs of={wrongs}>
          <div className="fields">
            <Choose
              path="kind"
              label={labels.kind}
              value={entry.kind}
              options={kinds.map((value) => ({ value, name: say(orgKindWords[value]) }))}
              onChange={(kind) => kind && set({ kind, parentId: parentFor(kind) })}
            />
            <TextInput
              path="code"
              label={labels.code}
              value={entry.code}
              onChange={(code) => set({ code })}
            />
            <UnitFields entry={entry} set={set} />
          </div>
        </Wrongs>
        <Send busy={add.state === 'sending'}>{say(words.addGo)}</Send>
      </Form>
    </Dialog>
  )
}

/** Changes what is written of a unit, and where it stands. */
export function ChangeUnit({ unit, onClose }: { unit: Unit; onClose: () => void }): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const [entry, setEntry] = useState(() => entryOf(unit))
  const change = useAction('org.changeUnit')
  const wrongs = useWrongs(change.problem)
  const title = say(words.changeTitle, { name: unit.name })
  const send = async (): Promise<void> => {
    if (await change.send({ id: unit.id, ...sentOf(entry) })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} length="long" onSend={() => void send()}>
        <ProblemSummary
          problem={change.problem}
          wrongs={wrongs}
          words={refusals.changeUnit}
          labels={labels}
        />
        <Wrongs of={wrongs}>
          <div className="fields">
            <UnitFields entry={entry} set={(part) => setEntry({ ...entry, ...part })} />
          </div>
        </Wrongs>
        <Send busy={change.state === 'sending'}>{say(words.save)}</Send>
      </Form>
    </Dialog>
  )
}
