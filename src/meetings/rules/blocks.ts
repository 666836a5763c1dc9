import { type Refused, refuse } from '../../kit/refuse.ts'

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

/** The revision a block was read at, and the one with which it was last changed; 0: never since it was recorded. */
export type BlockAge = { readonly readAt: number; readonly changedAt: number }

/** Words are never written over unseen: a block that was changed since it was read is refused, whatever became of the others (A2.1). */
export const checkBlock = ({ readAt, changedAt }: BlockAge): 'fine' | Refused<'changed-meanwhile'> =>
  changedAt > readAt ? refuse('changed-meanwhile', 'A2.1', { rev: changedAt }) : 'fine'

type Fields = Readonly<Record<(typeof BLOCK_FIELDS)[keyof typeof BLOCK_FIELDS][number], unknown>>

/** The blocks in which two wordings of a meeting differ, the roll aside. */
export const changedBlocks = (before: Fields, after: Fields): Exclude<Block, 'roll'>[] =>
  BLOCKS.filter((block) => block !== 'roll').filter((block) =>
    BLOCK_FIELDS[block].some((field) => before[field] !== after[field]),
  )
