import { type KeyboardEvent, type RefObject, useEffect } from 'react'

const PAGE = 15

/** Where each key leads from a row, by its place and the last one's. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + PAGE, last),
  PageUp: (at) => Math.max(at - PAGE, 0),
  Home: () => 0,
  End: (_, last) => last,
}

type Doing = {
  readonly rows: number
  readonly go: (at: number) => void
  readonly open?: ((at: number) => void) | undefined
  readonly choose?: ((at: number) => void) | undefined
}

/** What a key does while a row has the focus: move, open (Enter), choose (Space). Keys inside a cell are the cell's own. */
export function pressInRow(event: KeyboardEvent, { rows, go, open, choose }: Doing): void {
  const row = event.target
  if (!(row instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey) return
  const at = Number(row.dataset['at'])
  const step = STEPS[event.key]
  const doing = {
    Enter: open && (() => open(at)),
    ' ': choose && (() => choose(at)),
  }[event.key]
  const act = step ? () => go(step(at, rows - 1)) : doing
  if (!act) return
  event.preventDefault()
  act()
}

const isFree = (at: Element | null): boolean =>
  at === document.body || at?.id === 'page' || at?.tagName === 'H1' || at instanceof HTMLTableRowElement

/** A letter typed while nothing else wants it goes to the field that finds. */
export function useTypedLetters(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const isLetter = event.key.length === 1 && event.key !== ' '
      if (!isLetter || event.ctrlKey || event.metaKey || event.altKey) return
      if (!isFree(document.activeElement) || document.querySelector('dialog[open]')) return
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}
