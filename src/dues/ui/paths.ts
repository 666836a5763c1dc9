/** The address of the dues of a branch in a year, or of one person's month there (`2026-07`). */
export function duesPath(of: { branchId: string; year: string; personId?: string; month?: string }): string {
  const { branchId, year, personId, month } = of
  const why = personId && month && `${personId}.${month}`
  return `/dues?${new URLSearchParams({ branch: branchId, year, ...(why && { why }) })}`
}
