import { type Decimal, decimalText } from '../../kit/excel/cells.ts'
import { parseRatio, ratio, toHundredths } from '../../kit/ratio.ts'

/** A decimal of a cell in whole hundredths, half up; yuan become fen. Nothing stays nothing. */
export const hundredthsOf = <D extends Decimal | null>(decimal: D): D extends null ? number | null : number =>
  (decimal === null ? null : toHundredths(parseRatio(decimal) ?? ratio(0))) as D extends null
    ? number | null
    : number

/** Hundredths as the cell would say it. */
export const decimalOf = (hundredths: number | null): Decimal | null =>
  hundredths === null ? null : (decimalText(hundredths / 100) as Decimal)
