import { useMemo, useState } from 'react'
import { type Kept, keep, keepOneOf, useKept } from '../../kept.ts'
import type { Column } from './column.ts'
import { NAME_ORDERS, type NameOrder } from './order.ts'

/** How this browser sorts names, in every table. */
export const nameOrder: Kept<NameOrder> = keepOneOf('pitlamp.names', NAME_ORDERS, 'pinyin')

type Shown<Row> = {
  /** The same array as long as nothing changes: rows are drawn anew with it. */
  readonly columns: readonly Column<Row>[]
  readonly isShown: (column: Column<Row>) => boolean
  readonly toggle: (column: Column<Row>) => void
}

/** The columns this browser shows of a table; the one that names a row always. */
export function useShownColumns<Row>(name: string, all: readonly Column<Row>[]): Shown<Row> {
  const [kept] = useState(() => keep(`pitlamp.columns.${name}`))
  const stored = useKept(kept)
  return useMemo(() => {
    const first = all.filter((column) => column.first !== 'off').map(({ head }) => head.en)
    const heads = stored ? stored.split('\n') : first
    const isShown = ({ kind, head }: Column<Row>): boolean => kind === 'main' || heads.includes(head.en)
    const toggle = ({ head }: Column<Row>): void => {
      const next = heads.includes(head.en) ? heads.filter((one) => one !== head.en) : [...heads, head.en]
      kept.set(next.join('\n'))
    }
    return { columns: all.filter(isShown), isShown, toggle }
  }, [all, stored, kept])
}
