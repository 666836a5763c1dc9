import { useAddress } from '../../kit/web/address.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { firstPeriod } from '../ui/choices.ts'

/** The period of the page: what the address says, else the one to look at first; '' until that is known. */
export function usePeriod(): {
  period: string
  choose: (period: string) => void
  known: Read<'assessment.listPeriods'>
} {
  const [{ period }, set] = useAddress({ period: '' })
  const known = useRead('assessment.listPeriods', {})
  const fallback = firstPeriod(known)
  return { period: period || fallback, choose: (name) => set({ period: name }), known }
}
