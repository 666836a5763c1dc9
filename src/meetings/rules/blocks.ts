/** What of a meeting's record is corrected by itself, in the order of the page. */
export const BLOCKS = ['facts', 'subject', 'resolution', 'absence', 'roll'] as const
export type Block = (typeof BLOCKS)[number]

/** The fields of a block that are the columns of a meeting; the roll has lines of its own. */
export const BLOCK_FIELDS = {
  facts: ['kind', 'heldOn', 'starts', 'ends', 'place', 'chair', 'recorder', 'lecturer', 'hoursHundredths'],
  subject: ['subject'],
  resolution: ['resolution'],
  absence: ['absence'],
} as const

type Fields = Readonly<Record<(typeof BLOCK_FIELDS)[keyof typeof BLOCK_FIELDS][number], unknown>>

/** The blocks in which two wordings of a meeting differ, the roll aside. */
export const changedBlocks = (before: Fields, after: Fields): Exclude<Block, 'roll'>[] =>
  BLOCKS.filter((block) => block !== 'roll').filter((block) =>
    BLOCK_FIELDS[block].some((field) => before[field] !== after[field]),
  )
