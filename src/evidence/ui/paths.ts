/** The address of the list of inspections. */
export const INSPECTIONS_PATH = '/inspections'

/** The address of one inspection; with a number, of what was found under it. */
export const inspectionPath = (id: string, no?: number): string =>
  no === undefined ? `/inspections/${id}` : `/inspections/${id}#finding-${no}`

/** The address of the page of what came late in a unit. */
export const latenessPath = (orgId: string): string => `/lateness?${new URLSearchParams({ org: orgId })}`
