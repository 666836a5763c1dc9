import { createContext } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import type { Day } from '../../../kit/day.ts'

export type Row = OutputOf<'people.listPeople'>['people'][number]

/** What a roster asks for, as it stands in the address bar; '' is none. `on`: a past day, else today. */
export type Scope = { readonly unit: string; readonly category: string; readonly on: string }

/** Whether the rows may be written in: the person may, and what is shown is today's; and the words already in use. */
export type Writing = {
  readonly isOpen: boolean
  /** Whose drafts lie in this browser. */
  readonly account: string
  readonly today: Day
  readonly known: Readonly<Record<'shift' | 'crew' | 'education', readonly string[]>>
}

export const WritingContext = createContext<Writing>({
  isOpen: false,
  account: '',
  today: '' as Day,
  known: { shift: [], crew: [], education: [] },
})
