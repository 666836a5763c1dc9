import { historyPath } from '../../journal/ui/paths.ts'

/** The address of the page with a drawn record's history and seal, which leads back to its inspection. */
export const drawnPath = (subject: string, inspection: string): string =>
  `${historyPath(subject)}?${new URLSearchParams({ inspection })}`

/** The address of the list of inspections. */
export const INSPECTIONS_PATH = '/inspections'

/** The address of one inspection; with a number, of what was found under it. */
export const inspectionPath = (id: string, no?: number): string =>
  no === undefined ? `/inspections/${id}` : `/inspections/${id}#finding-${no}`

/** The address of the page of what came late in a unit. */
export const latenessPath = (orgId: string): string => `/lateness?${new URLSearchParams({ org: orgId })}`
