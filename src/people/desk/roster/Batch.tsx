import type { ReactNode } from 'react'
import type { InputOf } from '../../../kit/contract.ts'
import { type Day, parseDay } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Said } from '../../../kit/web/ui/Said.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { ui } from '../../../kit/web/words.ts'
import { useUnits } from '../../../org/ui/units.ts'
import { usePlaces } from '../../ui/places.ts'
import { refusals, words } from '../../words/pages.ts'
import type { Row } from './row.ts'

type Wanted = {
  readonly from: string
  readonly shift: string
  readonly orgId: string
  readonly reason: string
}
type Previewed = {
  readonly of: Row
  readonly shift: string
  readonly unit: string
  /** A later change stands in the way. */
  readonly isTooEarly: boolean
}

function Change({ from, to }: { from: string; to: string }): ReactNode {
  if (!to || to === from)
    return (
      <span className="soft">
        {from || '–'} <Said of={words.stays} />
      </span>
    )
  return (
    <>
      <span className="soft">{from || '–'}</span> → <span className="strong">{to}</span>
    </>
  )
}

const COLUMNS: readonly Column<Previewed>[] = [
  { head: words.name, kind: 'main', value: ({ of }) => of.name },
  {
    head: words.shift,
    value: ({ shift }) => shift,
    cell: ({ of, shift }) => <Change from={of.shift} to={shift} />,
  },
  {
    head: words.unit,
    value: ({ unit }) => unit,
    cell: ({ of, unit }) => <Change from={of.orgName} to={unit} />,
  },
  {
    head: words.fits,
    cell: ({ isTooEarly }) => (
      <span className={isTooEarly ? 'amber' : 'soft'}>
        <Said of={isTooEarly ? words.fitsNot : words.fitsYes} />
      </span>
    ),
  },
]

/** What would become of each; the server decides by the same rule. */
function previewOf(rows: readonly Row[], wanted: Wanted, unit: string): Previewed[] {
  const from = parseDay(wanted.from)
  return rows.map((of) => ({
    of,
    shift: wanted.shift.trim(),
    unit,
    isTooEarly: from !== undefined && of.since !== null && from < of.since,
  }))
}

function inputOf(
  rows: readonly Row[],
  { shift, orgId, reason }: Wanted,
  from: Day,
): InputOf<'people.changeStandings'> {
  const text = shift.trim()
  const change = { ...(text && { shift: text }), ...(orgId && { orgId }), reason }
  return { personIds: rows.map(({ id }) => id), from, ...change }
}

type Fields = { readonly wanted: Wanted; readonly set: (part: Partial<Wanted>) => void }

function BatchFields({ wanted, set }: Fields): ReactNode {
  const say = useSay()
  const from = { path: 'from', label: say(words.fromDay), value: wanted.from }
  const shift = { path: 'shift', label: say(words.newShift), value: wanted.shift }
  const unit = { path: 'orgId', label: say(words.newUnit), value: wanted.orgId }
  const asBefore = say(words.asBefore)
  return (
    <div className="fields">
      <DayInput {...from} onChange={(day) => set({ from: day })} />
      <TextInput {...shift} placeholder={asBefore} onChange={(text) => set({ shift: text })} />
      <Choose {...unit} blank={asBefore} options={usePlaces()} onChange={(orgId) => set({ orgId })} />
      <TextInput
        path="reason"
        label={say(words.whyEnds)}
        value={wanted.reason}
        onChange={(reason) => set({ reason })}
      />
    </div>
  )
}

function Preview({ rows, wanted }: { rows: readonly Row[]; wanted: Wanted }): ReactNode {
  const say = useSay()
  const unit = useUnits().find(({ id }) => id === wanted.orgId)?.name ?? ''
  const previewed = previewOf(rows, wanted, unit)
  return (
    <>
      <DataTable caption={words.preview} columns={COLUMNS} rows={previewed} keyOf={({ of }) => of.id} />
      {unit && <p className="soft small">{say(words.movedMeans, { name: unit })}</p>}
    </>
  )
}

function BatchForm({ rows, onDone }: { rows: readonly Row[]; onDone: () => void }): ReactNode {
  const say = useSay()
  const [wanted, setWanted] = useHeld<Wanted>('batch.wanted', {
    ...{ from: today(), shift: '', orgId: '', reason: '' },
  })
  const change = useAction('people.changeStandings')
  const from = parseDay(wanted.from)
  const isNothing = !wanted.shift.trim() && !wanted.orgId
  const send = async (): Promise<void> => {
    if (from && !isNothing && (await change.send(inputOf(rows, wanted, from)))) onDone()
  }
  return (
    <Form label={say(words.batch)} onSend={() => void send()}>
      <Wrongs of={from ? [] : [{ path: 'from', says: say(ui.required) }]}>
        <BatchFields wanted={wanted} set={(part) => setWanted({ ...wanted, ...part })} />
      </Wrongs>
      <Preview rows={rows} wanted={wanted} />
      <Outcome of={change} words={refusals.changeStandings} />
      {isNothing ? (
        <p className="soft">{say(words.nothingChosen)}</p>
      ) : (
        <Send busy={change.state === 'sending'}>{say(words.batchGo, { n: rows.length })}</Send>
      )}
    </Form>
  )
}

/** How many are chosen, and what may be changed for all of them; nothing while nobody is. */
export function Batch({ chosen, onDone }: { chosen: readonly Row[]; onDone: () => void }): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useHeld('batch.asking', false)
  if (chosen.length === 0) return null
  const done = (): void => {
    setAsking(false)
    onDone()
  }
  return (
    <div className="notice batch unprinted">
      <div className="row spread">
        <span className="strong" role="status">
          {say(words.chosen, { n: chosen.length })}
        </span>
        <span className="row">
          <Button onPress={() => setAsking(true)}>{say(words.batch)}</Button>
          <Button kind="quiet" onPress={onDone}>
            {say(words.letGo)}
          </Button>
        </span>
      </div>
      {asking && (
        <Dialog title={say(words.batchTitle, { n: chosen.length })} onClose={() => setAsking(false)}>
          <BatchForm rows={chosen} onDone={done} />
        </Dialog>
      )}
    </div>
  )
}
