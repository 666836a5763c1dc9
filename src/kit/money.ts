import { type Ratio, ratio } from './ratio.ts'

/** An amount in whole fen (1 yuan = 100 fen). */
export type Fen = number & { readonly __brand: 'Fen' }

/** Whole fen; throws when the number is not a safe integer. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new Error(`not whole fen: ${amount}`)
  return amount as Fen
}

/** Rounded to 0.1 yuan, half up; for amounts of 0 and above (A3.2). */
export function roundToJiao(yuan: Ratio): Fen {
  const jiao = (yuan.num * 20n + yuan.den) / (2n * yuan.den)
  return fen(Number(jiao) * 10)
}

/** An amount as a number of yuan. */
export const yuanOf = (amount: Fen): Ratio => ratio(amount, 100)

/** Whole fen in yuan: `1234.50`, without a currency sign. */
export const showYuan = (fen: number): string => (fen / 100).toFixed(2)

/** The same for reading at a glance, grouped: `1,234.50`. */
export const showGroupedYuan = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
