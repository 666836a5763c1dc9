import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import { type Act, useAction } from '../../../kit/web/act.ts'
import { type Block, useBlock } from '../../../kit/web/block.ts'
import type { LastChange } from '../../../kit/web/ui/Block.tsx'
import { useAccountId } from '../../../kit/web/who.ts'

export type Meeting = OutputOf<'meetings.findBlocks'>
/** A meeting that is corrected, and asking for it anew. */
export type Changing = { readonly meeting: Meeting; readonly again: () => void }
export type Change = InputOf<'meetings.changeBlock'>['change']

export type Saving<T extends object> = {
  readonly block: Block<T>
  readonly changed: LastChange | undefined
  readonly act: Act<'meetings.changeBlock'>
  readonly save: (change: Change) => Promise<void>
}

/** One block of a meeting: what is typed, and saving it. When somebody was first, their words are asked for and shown beside. */
export function useSaving<T extends object>(
  name: Change['block'],
  { meeting, again }: Changing,
  now: T,
  long: readonly (keyof T & string)[] = [],
): Saving<T> {
  const key = ['pitlamp.draft.meeting', useAccountId(), meeting.id, name].join('.')
  const block = useBlock(key, { value: now, rev: meeting.rev }, long)
  const act = useAction('meetings.changeBlock')
  const save = async (change: Change): Promise<void> => {
    const saved = await act.send({ id: meeting.id, rev: block.rev, change })
    if (saved) block.takeTheirs()
    else again()
  }
  return { block, act, save, changed: meeting.changes.find((change) => change.block === name) }
}
