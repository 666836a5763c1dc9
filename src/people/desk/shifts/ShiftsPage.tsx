import { type ReactNode, useState } from 'react'
import { addMonths, type Day, type Month, monthOf, parseMonth } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { showDay, showMonth, today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { ExportButton } from '../../../kit/web/ui/ExportButton.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { PrintButton } from '../../../kit/web/ui/PrintButton.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { BranchWork } from '../../../org/ui/BranchChoice.tsx'
import type { Unit } from '../../../org/ui/units.ts'
import { shiftRefusals, words } from '../../words/shifts.ts'
import { ImportRoster } from './ImportRoster.tsx'
import { RotaForm } from './RotaForm.tsx'
import { type At, ShiftGrid } from './ShiftGrid.tsx'
import { SystemForm } from './SystemForm.tsx'
import type { MonthRota } from './typed.ts'
import './shifts.css'

const AROUND = [-2, -1, 0, 1, 2]

function MonthPick({ month, onChange }: { month: Month; onChange: (month: string) => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const around = AROUND.map((away) => monthOf(addMonths(today(), away)))
  const months = [...new Set([...around, month])].sort()
  return (
    <Pick
      look="auto"
      aria-label={say(words.month)}
      value={month}
      options={months.map((value) => ({ value, name: showMonth(value, language) }))}
      onChange={onChange}
    />
  )
}

type Work = { readonly branch: Unit; readonly month: Month; readonly rota: MonthRota }

/** What the chosen cell is given: by a key, or by the buttons of the bar. */
function useGiving({ branch, rota }: Work, at: At) {
  const act = useAction('people.assignShift')
  const [person, on] = [rota.people[at.row], rota.days[at.day]]
  const shifts = (rota.system?.shifts ?? []).map(({ name }) => name)
  const give = (shift: string | null): void => {
    if (!person || !on || act.state === 'sending') return
    void act.send({ orgId: branch.id, changes: [{ personId: person.personId, day: on, shift }] })
  }
  const byKey = (key: string): void => {
    if (key === 'Backspace' || key === 'Delete') give(null)
    else if (key === '0') give('')
    else if (shifts[Number(key) - 1] !== undefined) give(shifts[Number(key) - 1] ?? '')
  }
  return { act, person, on, shifts, give, byKey }
}

function Bar({ of }: { of: ReturnType<typeof useGiving> }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { act, person, on, shifts, give } = of
  return (
    <div className="shift-bar stack tight unprinted">
      <div className="row">
        <span>
          <span className="soft">{say(words.chosen)}</span>{' '}
          <span className="strong">{person && on && `${person.name} ${showDay(on as Day, language)}`}</span>
        </span>
        {shifts.map((shift, at) => (
          <Button key={shift} onPress={() => give(shift)}>
            {shift} <kbd>{at + 1}</kbd>
          </Button>
        ))}
        <Button onPress={() => give('')}>
          {say(words.rest)} <kbd>0</kbd>
        </Button>
        <Button onPress={() => give(null)}>
          {say(words.follow)} <kbd>⌫</kbd>
        </Button>
        <span className="soft small">{say(words.keys)}</span>
      </div>
      <Outcome of={act} words={shiftRefusals.assignShift} />
    </div>
  )
}

const firstAt = ({ days }: MonthRota): At => ({ row: 0, day: Math.max(0, days.indexOf(today())) })

function Month_({ branch, month, rota }: Work): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [at, setAt] = useState(() => firstAt(rota))
  const giving = useGiving({ branch, month, rota }, at)
  const caption = say(words.caption, { branch: branch.name, month: showMonth(month, language) })
  const mayGive = may('people.assignShift')
  const sheet = () => ({
    title: caption,
    heads: ['人员编号', '姓名', '班组', ...rota.days.map((on) => String(Number(on.slice(8))))],
    rows: rota.people.map(({ no, name, crew, shifts }) => [
      ...[no, name, crew],
      ...shifts.map(({ shift }) => (shift === '' ? '休' : shift)),
    ]),
  })
  return (
    <>
      {mayGive && <Bar of={giving} />}
      <ShiftGrid {...{ rota, caption, at }} onMove={setAt} onKey={mayGive ? giving.byKey : undefined} />
      <div className="row unprinted">
        <ExportButton sheet={sheet} />
      </div>
    </>
  )
}

type Open = 'systems' | 'rota' | 'import'

function Tools({ rota, onOpen }: { rota: MonthRota; onOpen: (open: Open) => void }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <div className="row unprinted">
      {may('people.setShiftSystem') && (
        <Button onPress={() => onOpen('systems')}>{say(words.systems)}</Button>
      )}
      {rota.system && may('people.setRota') && (
        <Button onPress={() => onOpen('rota')}>{say(words.rota)}</Button>
      )}
      {rota.system && may('people.importShiftRoster') && (
        <Button onPress={() => onOpen('import')}>{say(words.import)}</Button>
      )}
    </div>
  )
}

function What(of: Work): ReactNode {
  const say = useSay()
  const { rota } = of
  const name = rota.systemName || say(words.unnamed)
  if (!rota.system) return <Empty title={say(words.noSystemTitle)}>{say(words.noSystem, { name })}</Empty>
  if (rota.people.length === 0) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return <Month_ key={`${of.branch.id}${of.month}`} {...of} />
}

function ShiftsOf({ branch, month }: { branch: Unit; month: Month }): ReactNode {
  const read = useRead('people.listRota', { orgId: branch.id, month })
  const [open, setOpen] = useHeld<Open | undefined>(`shifts.open.${branch.id}`, undefined)
  if (read.state !== 'ready') return <Waiting of={read} words={shiftRefusals.listRota} lines={16} />
  const onClose = (): void => setOpen(undefined)
  const rota = read.data
  return (
    <>
      <Tools rota={rota} onOpen={setOpen} />
      <What {...{ branch, month, rota }} />
      {open === 'systems' && <SystemForm first={rota.systemName} onClose={onClose} />}
      {open === 'rota' && <RotaForm branchId={branch.id} rota={rota} onClose={onClose} />}
      {open === 'import' && <ImportRoster orgId={branch.id} month={month} onClose={onClose} />}
    </>
  )
}

/** Who of a branch works which shift on each day of a month: seen, printed, changed by keys, imported. */
export default function ShiftsPage(): ReactNode {
  const say = useSay()
  const [asked, set] = useAddress({ month: '' })
  const month = parseMonth(asked.month) ?? monthOf(today())
  return (
    <BranchWork
      title={say(words.title)}
      choices={
        <>
          <MonthPick month={month} onChange={(next) => set({ month: next })} />
          <PrintButton />
        </>
      }
    >
      {(branch) => <ShiftsOf branch={branch} month={month} />}
    </BranchWork>
  )
}
