import type { InputOf, OutputOf } from '../../kit/contract.ts'
import { parseRatio, toHundredths } from '../../kit/ratio.ts'
import type { Words } from '../../kit/web/say.ts'
import { words } from '../words/pages.ts'

export type Plan = OutputOf<'study.listPlan'>
export type PlanRow = Plan['rows'][number]

/** What a row of a plan says, as it is typed. */
export type Typed = {
  readonly content: string
  readonly form: string
  readonly lecturer: string
  readonly hours: string
  readonly prepared: 'yes' | 'no' | ''
  readonly meetingId: string
}

export const BLANK: Typed = { content: '', form: '', lecturer: '', hours: '', prepared: '', meetingId: '' }

/** A row as its form shows it. */
export const typedOf = (row: PlanRow): Typed => ({
  content: row.content,
  form: row.form,
  lecturer: row.lecturer,
  hours: row.hoursHundredths === null ? '' : String(row.hoursHundredths / 100),
  prepared: row.prepared === null ? '' : row.prepared ? 'yes' : 'no',
  meetingId: row.meeting?.id ?? '',
})

/** Hours as they are typed, in hundredths; null: none given; undefined: no number. */
export function readHours(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').replace(/\s|学时/g, '')
  if (typed === '') return null
  const hours = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? parseRatio(typed) : undefined
  return hours && toHundredths(hours)
}

const PREPARED = { yes: true, no: false, '': null } as const

/** What a form says, as the actions take it; undefined while its hours are no number. */
export function plannedOf(
  typed: Typed,
): Omit<InputOf<'study.changePlanRow'>, 'id' | 'rev' | 'meetingId'> | undefined {
  const hoursHundredths = readHours(typed.hours)
  if (hoursHundredths === undefined) return undefined
  const { content, form, lecturer, prepared } = typed
  return { content, form, lecturer, hoursHundredths, prepared: PREPARED[prepared] }
}

const PREPARED_SAID = { yes: words.isPrepared, no: words.notPrepared, '': words.unsaid } as const
const plain = (text: string): Words => ({ zh: text, en: text })

/** What a form says, field by field, to be read beside another. */
export const plannedSaid = (typed: Typed): { readonly name: Words; readonly value: Words }[] => [
  { name: words.form, value: plain(typed.form) },
  { name: words.lecturer, value: plain(typed.lecturer) },
  { name: words.hoursField, value: plain(typed.hours) },
  { name: words.prepared, value: PREPARED_SAID[typed.prepared] },
  { name: words.content, value: plain(typed.content) },
]
