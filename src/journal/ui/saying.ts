import { createContext, useContext } from 'react'
import type { Language } from '../../kit/web/say.ts'

/** A field of a record, with what the ids in it are called, as far as the reader may know. */
export type SaidField = {
  readonly table: string
  readonly name: string
  readonly value: unknown
  readonly names: Readonly<Record<string, string>>
}

/** Says a value as people read it; undefined: it is best read as it is written. */
export type SayField = (field: SaidField, language: Language) => string | undefined

/** How values are said belongs to the slices whose records they are; a face hands it down. */
export const SayFieldContext = createContext<SayField>(() => undefined)

/** How to say a field of a record. */
export const useSayField = (): SayField => useContext(SayFieldContext)
