/** The address of the page with one record's history and seal. */
export const historyPath = (subject: string): string => `/journal/${subject}`
