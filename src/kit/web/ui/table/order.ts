import type { Say } from '../../say.ts'
import type { Column, Value } from './column.ts'

/** How names are sorted: by sound, or by the strokes of their characters. */
export const NAME_ORDERS = ['pinyin', 'strokes'] as const
export type NameOrder = (typeof NAME_ORDERS)[number]

const collator = (kind: 'pinyin' | 'stroke'): Intl.Collator =>
  new Intl.Collator(`zh-CN-u-co-${kind}`, { numeric: true })
const COLLATORS: Readonly<Record<NameOrder, Intl.Collator>> = {
  pinyin: collator('pinyin'),
  strokes: collator('stroke'),
}

/** Which column a table is sorted by, and which way; text as in the address bar: `Name`, `-Name`; '' not at all. */
export type Sorting = { readonly by: string; readonly way: 'up' | 'down' }
export const readSorting = (text: string): Sorting =>
  text.startsWith('-') ? { by: text.slice(1), way: 'down' } : { by: text, way: 'up' }
export const writeSorting = ({ by, way }: Sorting): string => (way === 'down' && by ? `-${by}` : by)

/** What pressing a head asks for: up, then down, then as the rows came. */
export function nextSorting(now: Sorting, by: string): Sorting {
  if (now.by !== by) return { by, way: 'up' }
  return now.way === 'up' ? { by, way: 'down' } : { by: '', way: 'up' }
}

const isNothing = (value: Value): boolean => value === null || value === ''

/** Numbers by size, text as the language sorts it; nothing stands last, whichever way. */
function compare(a: Value, b: Value, { way, text }: { way: 1 | -1; text: Intl.Collator }): number {
  if (isNothing(a) || isNothing(b)) return Number(isNothing(a)) - Number(isNothing(b))
  if (typeof a === 'number' && typeof b === 'number') return way * (a - b)
  return way * text.compare(String(a), String(b))
}

type Sorted<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly sorting: Sorting
  readonly names: NameOrder
}

/** Rows sorted by one column; equal ones stay as they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  { columns, sorting, names }: Sorted<Row>,
  say: Say,
): readonly Row[] {
  const column = columns.find(({ head }) => head.en === sorting.by)
  const value = column?.value
  if (!value || column.sort === 'never') return rows
  const text = COLLATORS[column.sort === 'name' ? names : 'pinyin']
  const by = { way: sorting.way === 'up' ? 1 : -1, text } as const
  return rows
    .map((row) => ({ row, value: value(row, say) }))
    .sort((a, b) => compare(a.value, b.value, by))
    .map(({ row }) => row)
}

/** What rows are found by: the text of every value, and letters from their beginning. */
export type Findable<Row> = { readonly row: Row; readonly text: string; readonly letters: readonly string[] }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Makes rows ready to be found; once for many questions. */
export const makeFindable = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  say: Say,
): Findable<Row>[] =>
  rows.map((row) => ({
    row,
    text: plain(columns.map(({ value }) => value?.(row, say) ?? '').join('\n')),
    letters: columns.flatMap(({ letters }) => letters?.(row) ?? []),
  }))

/** The rows in which every word typed is found, in the order they came. */
export function findRows<Row>(rows: readonly Findable<Row>[], typed: string): Row[] {
  const asked = plain(typed).split(/\s+/u).filter(Boolean)
  return rows
    .filter(({ text, letters }) =>
      asked.every((word) => text.includes(word) || letters.some((one) => one.startsWith(word))),
    )
    .map(({ row }) => row)
}
