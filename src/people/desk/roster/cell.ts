import { useContext } from 'react'
import { type Act, useAction } from '../../../kit/web/act.ts'
import type { Block } from '../../../kit/web/block.ts'
import { type Correction, draftKey, useCorrection } from '../../../kit/web/correction.ts'
import { browserDrawer, type Drawer, pageDrawer } from '../../../kit/web/kept.ts'
import { type Row, WritingContext } from './row.ts'

/** The fields of somebody that are written in the roster itself. */
export type Written = 'phone' | 'crew' | 'education' | 'note' | 'shift'
export type Cell = { readonly of: Row; readonly field: Written }

type Typed = { readonly text: string }

/** Typed over a phone number, it takes the number away: nothing typed leaves what is masked as it is. */
const NONE = '-'

/** A phone number is typed into no disk. */
const drawerOf = (field: Written): Drawer => (field === 'phone' ? pageDrawer : browserDrawer)

const nameOf = ({ of, field }: Cell): string[] => ['roster', of.id, field]

/** Whether something was typed into a cell and not sent. */
export const hasDraft = (cell: Cell, account: string): boolean =>
  drawerOf(cell.field).recall(draftKey(nameOf(cell), account)) !== null

/** What stands in a cell at rest; of a phone, masked. */
export const shownIn = ({ of, field }: Cell): string =>
  field === 'phone' ? (of.phoneMasked ?? '') : of[field]

/** A cell that is written in. */
export type Writing = {
  readonly correction: Correction<Typed>
  readonly block: Block<Typed>
  readonly save: () => Promise<boolean>
  /** As the server has it. */
  readonly shown: string
  /** What the field holds: a phone number is masked at rest, and typed anew. */
  readonly text: string
  readonly type: (text: string) => void
  /** Somebody was first, and both are to be seen; not while what is typed is on its way. */
  readonly isClash: boolean
  readonly amend: Act<'people.amendPerson'>
  readonly move: Act<'people.changeStanding'>
  readonly state: Act<'people.amendPerson'>['state']
}

/** What is sent: the shift from today on, the rest as it is. */
function useSending({ of, field }: Cell) {
  const { today } = useContext(WritingContext)
  const amend = useAction('people.amendPerson')
  const move = useAction('people.changeStanding')
  const { id, category, orgId, duesClass, posts } = of
  const standing = { personId: id, from: today, category, orgId, duesClass, posts }
  const send = ({ text }: Typed, rev: number): Promise<object | undefined> => {
    const typed = text.trim()
    if (field === 'shift') return move.send({ ...standing, rev, shift: typed })
    return amend.send({ id, rev, [field]: field === 'phone' && typed === NONE ? '' : typed })
  }
  return { amend, move, send, state: (field === 'shift' ? move : amend).state }
}

/** Writes one value of a person, with the revision it was begun from. */
export function useWriting(cell: Cell): Writing {
  const { of, field } = cell
  const shown = shownIn(cell)
  const { send, ...acts } = useSending(cell)
  const now = { value: { text: shown }, rev: of.rev }
  const correction = useCorrection(nameOf(cell), now, { send, drawer: drawerOf(field) })
  const { block, save } = correction
  const { text } = block.value
  const isOnItsWay = ['sending', 'done'].includes(acts.state)
  const isMasked = field === 'phone'
  return {
    ...{ ...acts, correction, block, save, shown },
    text: isMasked && text === shown ? '' : text,
    type: (typed) => block.set({ text: isMasked && typed === '' ? shown : typed }),
    isClash: block.stand === 'clash' && !isOnItsWay,
  }
}
