import { useAddress } from '../../../kit/web/address.ts'
import { useRead } from '../../../kit/web/read.ts'
import { firstPeriod } from '../../ui/choices.ts'

/** The period of the same length before: of `2026Q1` `2025Q4`, of `2026H2` `2026H1`, of `2026` `2025`. */
export function periodBefore(period: string): string {
  const [year, letter, nth] = [Number(period.slice(0, 4)), period.slice(4, 5), Number(period.slice(5))]
  if (!letter) return String(year - 1)
  const last = letter === 'Q' ? 4 : 2
  return nth > 1 ? `${year}${letter}${nth - 1}` : `${year - 1}${letter}${last}`
}

export type Pair = { readonly from: string; readonly to: string }

/** The two periods of the page: what the address says, else the one to look at first and the one before it. */
export function usePair(): Pair & { choose: (change: Partial<Pair>) => void; opened: string[] } {
  const [asked, set] = useAddress({ from: '', to: '' })
  const known = useRead('assessment.listPeriods', {})
  const opened = (known.data?.periods ?? []).map(({ name }) => String(name))
  const to = asked.to || firstPeriod(known)
  const from = asked.from || (to && periodBefore(to))
  return { from, to, choose: set, opened }
}
