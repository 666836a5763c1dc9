import { type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

const FIRST = 60
const MORE = 120
const AHEAD = '800px'
/** A row's height until some have been measured. */
const ROW_PX = 36

type Grown = {
  /** How many rows stand on the page. */
  readonly count: number
  /** The height of those that do not yet, by what the others measure. */
  readonly restPx: number
  readonly rest: RefObject<HTMLTableRowElement | null>
  /** Puts at least so many rows on the page before it returns. */
  readonly growTo: (count: number) => void
}

/**
 * Rows come as they are scrolled to and stay; the height is that of all. Thousands at once would hold up every letter typed. Paper shows
 * all. Begins anew whenever `question` changes.
 */
export function useGrown(all: number, question: string): Grown {
  const [grown, setGrown] = useState({ question, count: FIRST })
  const count = Math.min(all, grown.question === question ? grown.count : FIRST)
  const rest = useRef<HTMLTableRowElement>(null)
  const [rowPx, setRowPx] = useState(ROW_PX)
  useEffect(() => {
    const row = rest.current
    if (!row || count >= all) return
    const body = row.parentElement
    const own = row.getBoundingClientRect().height
    if (body && count > 0) setRowPx((body.getBoundingClientRect().height - own) / count)
    const seen = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setGrown({ question, count: count + MORE }),
      { rootMargin: AHEAD },
    )
    seen.observe(row)
    return () => seen.disconnect()
  }, [count, all, question])
  useEffect(() => {
    const showAll = (): void => flushSync(() => setGrown({ question, count: all }))
    window.addEventListener('beforeprint', showAll)
    return () => window.removeEventListener('beforeprint', showAll)
  }, [all, question])
  const growTo = (least: number): void => {
    if (least > count) flushSync(() => setGrown({ question, count: least + MORE }))
  }
  return { count, restPx: Math.max(0, all - count) * rowPx, rest, growTo }
}
