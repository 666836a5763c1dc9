/** The address of all branches' scores in a period. */
export const scoresPath = (period?: string): string => (period ? `/scores?period=${period}` : '/scores')

/** The address of one branch's score, or of one item of it. */
export const scorePath = (branchId: string, period: string, item?: string): string =>
  `/scores/${branchId}?${new URLSearchParams({ period, ...(item && { item }) }).toString()}`

/** The address of two periods beside each other: of all branches, or of one. */
export const comparePath = (of: { from: string; to: string }, branchId?: string): string =>
  `/compare${branchId ? `/${branchId}` : ''}?${new URLSearchParams({ from: of.from, to: of.to })}`
