import { type Block, type Current, useBlock } from './block.ts'
import type { Drawer } from './kept.ts'
import { useAccountId } from './who.ts'

/** A form over a record: what is typed, and sending it with the revision it was begun from. */
export type Correction<T extends object> = {
  readonly block: Block<T>
  /** Answers whether it was taken. When somebody was first, what stands is asked for anew and shown beside; what was typed stays. */
  readonly save: () => Promise<boolean>
}

type Ways<T> = {
  /** Answers undefined when the server said no. */
  readonly send: (value: T, rev: number) => Promise<object | undefined>
  /** Fields whose two texts are joined one after the other. */
  readonly long?: readonly (keyof T & string)[]
  /** Where the draft lies; this browser when none is given. */
  readonly drawer?: Drawer
}

/** The key of a draft: what it is a draft of, and whose. */
export const draftKey = (name: readonly string[], account: string): string =>
  ['pitlamp.draft', ...name, account].join('.')

/** A record that is corrected under a name this browser keeps the draft by, such as `['person', id]`. */
export function useCorrection<T extends object>(
  name: readonly string[],
  now: Current<T>,
  { send, long = [], drawer }: Ways<T>,
): Correction<T> {
  const block = useBlock(draftKey(name, useAccountId()), now, long, drawer)
  const save = async (): Promise<boolean> => {
    const isTaken = (await send(block.value, block.rev)) !== undefined
    if (isTaken) block.takeTheirs()
    return isTaken
  }
  return { block, save }
}
