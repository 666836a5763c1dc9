import { parseRatio, toHundredths } from '../../kit/ratio.ts'

/** An amount as people type it, `40`, `40.5`, `１，２００元`, in fen; undefined for anything else, and for fractions of a fen. */
export function readYuan(text: string): number | undefined {
  const typed = text.normalize('NFKC').replace(/[\s,元¥]/g, '')
  const amount = /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? parseRatio(typed) : undefined
  return amount && toHundredths(amount)
}
