import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useCorrection } from '../../kit/web/correction.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useNames, useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { CorrectionForm } from '../../kit/web/ui/Correction.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
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

const useLabels = (): Readonly<Record<keyof Entry, string>> => useNames(LABELS)

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

const entryOf = ({ code, name, kind, shiftSystem, themeDay, note, ...unit }: Unit): Entry => ({
  ...{ code, name, kind, shiftSystem, themeDay, note },
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
  const [entry, setEntry] = useHeld(`unit.new.${parent?.id}`, () => blankBelow(parent ?? top))
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

type Changing = {
  readonly unit: OutputOf<'org.findUnit'>
  readonly title: string
  readonly onClose: () => void
}

const CHANGED = [
  'name',
  'parentId',
  'foundedOn',
  'termFrom',
  'termTo',
  'shiftSystem',
  'themeDay',
  'note',
] as const

function ChangeForm({ unit, title, onClose }: Changing): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const units = useUnits()
  const change = useAction('org.changeUnit')
  const wrongs = useWrongs(change.problem)
  const correction = useCorrection(
    ['unit', unit.id],
    { value: entryOf(unit), rev: unit.rev },
    {
      send: (entry, rev) => change.send({ id: unit.id, rev, ...sentOf(entry) }),
    },
  )
  const { value, set } = correction.block
  const said = (entry: Entry, path: (typeof CHANGED)[number]): string =>
    path === 'parentId' ? (units.find(({ id }) => id === entry.parentId)?.name ?? '') : entry[path]
  return (
    <CorrectionForm
      {...{ correction, state: change.state, onSaved: onClose, label: title, length: 'long' }}
      send={say(words.save)}
      fields={(entry) => CHANGED.map((path) => ({ name: labels[path], value: said(entry, path) }))}
      trouble={
        <ProblemSummary problem={change.problem} words={refusals.changeUnit} {...{ wrongs, labels }} />
      }
    >
      <Wrongs of={wrongs}>
        <div className="fields">
          <UnitFields entry={value} set={set} />
        </div>
      </Wrongs>
    </CorrectionForm>
  )
}

/** Changes what is written of a unit, and where it stands. */
export function ChangeUnit({ unit, onClose }: { unit: Unit; onClose: () => void }): ReactNode {
  const say = useSay()
  const read = useRead('org.findUnit', { id: unit.id })
  const title = say(words.changeTitle, { name: unit.name })
  return (
    <Dialog title={title} onClose={onClose}>
      {read.state === 'ready' ? (
        <ChangeForm unit={read.data} {...{ title, onClose }} />
      ) : (
        <Waiting of={read} words={refusals.findUnit} lines={8} />
      )}
    </Dialog>
  )
}
