/** The address of the page with one record's history and seal. */
export const historyPath = (subject: string): string => `/journal/${subject}`

/** Whose word the mine goes by: a part of the settings. */
export const witnessesPath = '/settings?tab=witnesses'
