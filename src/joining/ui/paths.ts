/** The address of the joining board, of a branch when one is given. */
export const joiningPath = (branchId?: string): string =>
  branchId ? `/joining?${new URLSearchParams({ branch: branchId })}` : '/joining'

/** The address of one admission. */
export const casePath = (id: string): string => `/joining/${id}`
