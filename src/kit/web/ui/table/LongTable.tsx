import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAddress } from '../../address.ts'
import { useKept } from '../../kept.ts'
import { useSay, type Words } from '../../say.ts'
import { Button } from '../Button.tsx'
import { nameOrder, useShownColumns } from './chosen.ts'
import { type Column, sheetOf } from './column.ts'
import { Foot } from './Foot.tsx'
import { useGrown } from './grow.ts'
import { Heads } from './Heads.tsx'
import { pressInRow, useTypedLetters } from './keys.ts'
import { LongLine } from './Lines.tsx'
import { findRows, makeFindable, readSorting, sortRows } from './order.ts'
import { Tools } from './Tools.tsx'
import { words } from './words.ts'

/** The rows chosen, by key. */
export type Choice = { readonly keys: ReadonlySet<string>; readonly set: (keys: ReadonlySet<string>) => void }

/** How a long table is worked in. */
export type Manner<Row> = {
  /** Under which name this browser remembers the columns shown. */
  readonly name: string
  readonly onOpen?: (row: Row) => void
  readonly choice?: Choice
  /** What the field that finds asks for. */
  readonly finding?: string
  /** Filters of the page, in the line above. */
  readonly tools?: ReactNode
  /** What is shown when there is no row at all. */
  readonly empty: ReactNode
}

type Shown<Row> = {
  readonly caption: Words
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly here?: string | undefined
  readonly manner: Manner<Row>
}

const PAUSE_MS = 250

/** What was typed: at once on the page, a moment later in the address bar; an address that changes by itself is followed. */
function useTyped(): [string, (typed: string) => void] {
  const [{ q }, setAsked] = useAddress({ q: '' })
  const [typed, setTyped] = useState(q)
  const written = useRef(q)
  useEffect(() => {
    if (q !== written.current) {
      written.current = q
      setTyped(q)
      return
    }
    if (typed === q) return
    const { pathname } = location
    const timer = setTimeout(() => {
      // A row was opened before the moment had passed: the address is another page's now.
      if (location.pathname !== pathname) return
      written.current = typed
      setAsked({ q: typed })
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, q, setAsked])
  return [typed, setTyped]
}

/** The rows found, sorted. */
function useOrdered<R>({ rows, columns }: Shown<R>, typed: string, sort: string): readonly R[] {
  const say = useSay()
  const names = useKept(nameOrder)
  const findable = useMemo(() => makeFindable(rows, columns, say), [rows, columns, say])
  return useMemo(
    () => sortRows(findRows(findable, typed), { columns, sorting: readSorting(sort), names }, say),
    [findable, typed, columns, sort, names, say],
  )
}

const without = (keys: ReadonlySet<string>, gone: readonly string[]): Set<string> =>
  new Set([...keys].filter((key) => !gone.includes(key)))

function NoneFound({ typed, onClear }: { typed: string; onClear: () => void }): ReactNode {
  const say = useSay()
  return (
    <div className="row">
      <p className="soft">{say(words.noneFound, { q: typed })}</p>
      <Button onPress={onClear}>{say(words.clear)}</Button>
    </div>
  )
}

/** A table of thousands of rows to work in: find, sort, choose columns and rows, all of it by keys. */
export function LongTable<R>(of: Shown<R>): ReactNode {
  const say = useSay()
  const { manner, rows, keyOf } = of
  const [{ sort }, setAsked] = useAddress({ sort: '' })
  const [typed, setTyped] = useTyped()
  const { columns, isShown, toggle } = useShownColumns(manner.name, of.columns)
  const ordered = useOrdered(of, typed, sort)
  const field = useRef<HTMLInputElement>(null)
  useTypedLetters(field)
  if (rows.length === 0 && !typed) return manner.empty
  const counts = { n: ordered.length, all: rows.length }
  const first = ordered[0]
  const counted = say(counts.n === counts.all ? words.rows : words.rowsOf, counts)
  return (
    <div className="stack tight">
      <Tools
        {...{ field, typed, isShown, toggle, sort }}
        finding={manner.finding}
        all={of.columns}
        onType={setTyped}
        onSort={(next) => setAsked({ sort: next })}
        onEnter={() => typed && first && manner.onOpen?.(first)}
        onDown={() => first && document.getElementById(`row-${keyOf(first)}`)?.focus()}
        counted={counted}
        sheet={() => sheetOf({ caption: of.caption, columns, rows: ordered }, say)}
      >
        {manner.tools}
      </Tools>
      <p className="printed small">{counted}</p>
      {ordered.length === 0 ? (
        <NoneFound typed={typed} onClear={() => setTyped('')} />
      ) : (
        <Body
          {...of}
          {...{ columns, rows: ordered, sort }}
          question={`${typed}\n${sort}`}
          onSort={(next) => setAsked({ sort: next })}
        />
      )}
    </div>
  )
}

type Ordered<R> = Shown<R> & {
  readonly sort: string
  readonly onSort: (sort: string) => void
  /** What the rows answer; they are drawn from the beginning when it changes. */
  readonly question: string
}

/** Chooses a row or lets it go; the same function over the table's life, so that rows need not be drawn anew. */
function useToggle(choice: Choice | undefined): (key: string) => void {
  const now = useRef(choice)
  now.current = choice
  return useCallback((key) => {
    const { keys, set } = now.current ?? {}
    if (!keys || !set) return
    set(keys.has(key) ? without(keys, [key]) : new Set([...keys, key]))
  }, [])
}

/** Moving through the rows: which one Tab stops at, and what keys do. */
function useMoving<R>({ rows, keyOf, manner }: Ordered<R>, growTo: (count: number) => void) {
  const [stop, setStop] = useState('')
  const toggle = useToggle(manner.choice)
  const at = (place: number, act: (row: R) => void): void => {
    const row = rows[place]
    if (row) act(row)
  }
  const go = (place: number): void =>
    at(place, (row) => {
      growTo(place + 1)
      setStop(keyOf(row))
      document.getElementById(`row-${keyOf(row)}`)?.focus()
    })
  const { onOpen, choice } = manner
  const open = onOpen && ((place: number) => at(place, onOpen))
  const choose = choice && ((place: number) => at(place, (row) => toggle(keyOf(row))))
  const found = rows.findIndex((row) => keyOf(row) === stop)
  return { toggle, doing: { rows: rows.length, go, open, choose }, stopAt: Math.max(0, found) }
}

function ChooseHeads<R>(of: Ordered<R>): ReactNode {
  const { choice } = of.manner
  const keys = of.rows.map(of.keyOf)
  const allChosen = choice && keys.every((key) => choice.keys.has(key))
  const chooseAll = (): void =>
    choice?.set(allChosen ? without(choice.keys, keys) : new Set([...choice.keys, ...keys]))
  const { columns, sort, onSort } = of
  return <Heads {...{ columns, sort, onSort, allChosen }} onChooseAll={chooseAll} />
}

function Body<R>(of: Ordered<R>): ReactNode {
  const say = useSay()
  const { columns, rows, keyOf, manner } = of
  const { choice } = manner
  const { count, restPx, rest, growTo } = useGrown(rows.length, of.question)
  const { toggle, doing, stopAt } = useMoving(of, growTo)
  const grid = {
    role: 'grid',
    'aria-rowcount': rows.length + 1,
    'aria-multiselectable': choice ? true : undefined,
    onKeyDown: (event: KeyboardEvent) => pressInRow(event, doing),
  }
  return (
    <div className="table-box">
      <table className="table long folds" {...grid}>
        <caption className="unseen">{say(of.caption)}</caption>
        <ChooseHeads {...of} />
        <tbody>
          {rows.slice(0, count).map((row, at) => (
            <LongLine
              key={keyOf(row)}
              {...{ columns, row, at }}
              id={keyOf(row)}
              isHere={keyOf(row) === of.here}
              isFirstStop={at === stopAt}
              isChosen={choice?.keys.has(keyOf(row))}
              onChoose={toggle}
            />
          ))}
          {restPx > 0 && <tr ref={rest} style={{ height: restPx }} />}
        </tbody>
        <Foot columns={columns} rows={rows} before={choice ? 1 : 0} />
      </table>
    </div>
  )
}
