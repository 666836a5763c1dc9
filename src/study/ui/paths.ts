/** The address of a branch's study plan of a year. */
export const studyPath = (branchId: string, year?: string): string =>
  `/study?${new URLSearchParams({ branch: branchId, ...(year && { year }) })}`
