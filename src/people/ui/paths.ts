/** The address of a person's page. */
export const personPath = (id: string): string => `/people/${id}`

/** The address of the roster of a unit; '' of all. */
export const rosterPath = (unit: string): string => (unit ? `/people?unit=${unit}` : '/people')

/** The address of the form that adds somebody, to a unit when one is given. */
export const addPersonPath = (unit: string): string => (unit ? `/people/new?unit=${unit}` : '/people/new')
