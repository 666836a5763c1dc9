import { parseRatio, toHundredths } from '../../kit/ratio.ts'
import { NUMBERS_OF } from '../rules/stations.ts'
import type { CaseNumber, Step } from '../rules.ts'

/** Numbers as they are typed, by name. */
export type Typed = Readonly<Partial<Record<CaseNumber, string>>>
export type Numbers = Partial<Record<CaseNumber, number>>

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** A number of people, or hours in hundredths; undefined for what is none. */
function readNumber(name: CaseNumber, text: string): number | undefined {
  const typed = plain(text)
  if (name !== 'trainingHundredths') return /^\d{1,5}$/.test(typed) ? Number(typed) : undefined
  const hours = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? parseRatio(typed) : undefined
  return hours && toHundredths(hours)
}

/** The numbers a step asks for, as far as they can be read. */
export const readNumbers = (step: Step, typed: Typed): Numbers =>
  Object.fromEntries(
    (NUMBERS_OF[step] ?? []).flatMap((name) => {
      const number = readNumber(name, typed[name] ?? '')
      return number === undefined ? [] : [[name, number]]
    }),
  )

/** A number as it is typed: hours without places where there are none. */
export const typeNumber = (name: CaseNumber, number: number | undefined): string => {
  if (number === undefined) return ''
  return String(name === 'trainingHundredths' ? number / 100 : number)
}
