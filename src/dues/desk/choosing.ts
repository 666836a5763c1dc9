import { useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAddress } from '../../kit/web/address.ts'

type Dues = OutputOf<'dues.listMonths'>
/** Somebody who still owes something for a month, and how much. */
export type Owing = { readonly personId: string; readonly missingFen: number }

/** Who has not paid in full for a month. */
export const owingFor = (dues: Dues, month: string): Owing[] =>
  dues.people.flatMap(({ personId, months }) => {
    const missing = -(months.find((one) => one.month === month)?.differenceFen ?? 0)
    return missing > 0 ? [{ personId, missingFen: missing }] : []
  })

/** The month whose dues are being collected, who of it is chosen, and how to choose. */
export type Choosing = {
  readonly month: string
  readonly setMonth: (month: string) => void
  readonly owing: readonly Owing[]
  readonly chosen: readonly Owing[]
  readonly choose: (personIds: readonly string[]) => void
}

/** The latest month of the year that has begun. */
const presentMonth = ({ today }: Dues, year: string): string =>
  today.startsWith(year) ? today.slice(0, 7) : `${year}-12`

/** Collecting: the month is kept in the address, who is chosen on the page. */
export function useChoosing(dues: Dues, year: string): Choosing {
  const [asked, set] = useAddress({ month: '' })
  const [ids, choose] = useState<readonly string[]>([])
  const month = asked.month.startsWith(year) ? asked.month : presentMonth(dues, year)
  const owing = owingFor(dues, month)
  return {
    month,
    setMonth: (next) => {
      choose([])
      set({ month: next })
    },
    owing,
    chosen: owing.filter(({ personId }) => ids.includes(personId)),
    choose,
  }
}
