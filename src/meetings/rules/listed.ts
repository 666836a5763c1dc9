/** What can be asked of a list of meetings besides where and when: recorded late, or not counting by A2. */
export const LISTED_STATES = ['late', 'countsNot'] as const
export type ListedState = (typeof LISTED_STATES)[number]
