import type { OutputOf } from '../../kit/contract.ts'
import { textOf } from '../../kit/excel/cells.ts'
import { columnsOf, keyOf } from '../../kit/excel/form.ts'
import type { Cell } from '../../kit/excel/workbook.ts'
import { maskIdNumber, maskPhone } from '../../people/rules.ts'
import type { Ledger } from '../rules.ts'
import { FORMS } from '../sheets/forms.ts'
import type { LedgerReading } from '../sheets/read.ts'
import type { ChangedRow, LedgerPlan } from './bring-in.ts'

type Rows = OutputOf<'ledger.findRows'>
type Values = Readonly<Record<string, unknown>>

const MOST_ROWS = 200
const MOST_CHARACTERS = 40

/** Values that are masked wherever the desk shows them (R10.1); what dues are reckoned on is never shown. */
const MASKS: Partial<Record<Ledger, Readonly<Record<string, (text: string) => string>>>> = {
  roster: { idNumber: maskIdNumber, phone: maskPhone, duesBase: (text) => '*'.repeat(text.length) },
}

/** What a record is called, by its ledger: the fields that say so. Dues and admissions are called by their person's number. */
const CALLED: Partial<Record<Ledger, readonly string[]>> = {
  org: ['name'],
  roster: ['name'],
  meetings: ['heldOn', 'subject'],
  targets: ['task'],
  scheme: ['title'],
}

const cut = (text: string): string =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text

const whoOf = (ledger: Ledger, values: Values): string =>
  cut((CALLED[ledger] ?? []).flatMap((field) => values[field] ?? []).join(' '))

function shown(ledger: Ledger, field: string, cell: Cell): string {
  const text = textOf(cell).trim()
  return cut(MASKS[ledger]?.[field]?.(text) ?? text)
}

function changedRow(
  ledger: Ledger,
  { row, before, after }: ChangedRow,
): Rows['changes'][number]['rows'][number] {
  const of = FORMS[ledger]
  const fields = columnsOf(of).flatMap(([field, { name, kind }]) => {
    const [old, made] = [before[field] ?? null, after[field] ?? null]
    if (JSON.stringify(old) === JSON.stringify(made)) return []
    const say = (value: unknown): string => (value === null ? '' : shown(ledger, field, kind.write(value)))
    return [{ column: name, from: say(old), to: say(made) }]
  })
  const key = (keyOf(of, { draft: after }) ?? '').replaceAll('\u0000', ' ')
  return { row, key, who: whoOf(ledger, before), fields }
}

/** The changes an import would make, sheet by sheet, the first rows of each. */
export const changesOf = (plans: readonly LedgerPlan[]): Rows['changes'] =>
  plans.flatMap(({ ledger, changes }) =>
    [...Map.groupBy(changes, ({ sheet }) => sheet)].map(([sheet, rows]) => ({
      ledger: FORMS[ledger].sheet,
      sheet,
      all: rows.length,
      rows: rows.slice(0, MOST_ROWS).map((row) => changedRow(ledger, row)),
    })),
  )

/** The first errors of a workbook, each with what stands in its cell and whose row it is. */
export const errorsOf = ({ refused }: LedgerReading): Rows['errors'] =>
  refused
    .flatMap(({ rows }) => rows.flatMap(({ errors }) => errors))
    .slice(0, MOST_ROWS)
    .map(({ ledger, field, cell, draft, sheet, row, column, code }) => ({
      ...{ sheet, row, column, code },
      who: whoOf(ledger, draft),
      value: shown(ledger, field, cell),
    }))
