import { useAddress } from '../../kit/web/address.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { lastQuarter } from '../ui/choices.ts'

/** The period of the page: what the address says, else the latest that was opened, else the last quarter that is over; '' until that is known. */
export function usePeriod(): {
  period: string
  choose: (period: string) => void
  known: Read<'assessment.listPeriods'>
} {
  const [{ period }, set] = useAddress({ period: '' })
  const known = useRead('assessment.listPeriods', {})
  const fallback = known.state === 'loading' ? '' : (known.data?.periods[0]?.name ?? lastQuarter())
  return { period: period || fallback, choose: (name) => set({ period: name }), known }
}
