/** The address of all branches' scores in a period. */
export const scoresPath = (period?: string): string => (period ? `/scores?period=${period}` : '/scores')

/** The address of one branch's score, or of one item of it. */
export const scorePath = (branchId: string, period: string, item?: string): string =>
  `/scores/${branchId}?${new URLSearchParams({ period, ...(item && { item }) }).toString()}`
