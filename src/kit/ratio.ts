/** An exact number as a fraction of integers in lowest terms, denominator above 0 (A1.1). */
export type Ratio = { readonly num: bigint; readonly den: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

/** The fraction num/den in lowest terms. Throws when `den` is 0. */
export function ratio(num: bigint | number, den: bigint | number = 1n): Ratio {
  const [n, d] = [BigInt(num), BigInt(den)]
  if (d === 0n) throw new Error('a ratio needs a denominator')
  const by = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { num: n / by, den: d / by }
}

/** An exact number that may tell what it is a share of: 18 of 21. */
export type Share = Ratio & { readonly counted?: { readonly part: number; readonly whole: number } }

/** 100 × part / whole, still knowing both. Throws when `whole` is 0. */
export const percentOf = (part: number, whole: number): Share => ({
  ...ratio(100 * part, whole),
  counted: { part, whole },
})

/** Reads a plain decimal such as `-3`, `95`, `0.5`; undefined for anything else. */
export function parseRatio(text: string): Ratio | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return undefined
  const decimals = parts[3] ?? ''
  const whole = ratio(BigInt(`${parts[2]}${decimals}`), 10n ** BigInt(decimals.length))
  return parts[1] ? { num: -whole.num, den: whole.den } : whole
}

export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den + b.num * a.den, a.den * b.den)
export const minus = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den - b.num * a.den, a.den * b.den)
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.num, a.den * b.den)
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num)

/** Below 0 when a < b, 0 when equal, above 0 when a > b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The least whole number not below the ratio. */
export function ceiling({ num, den }: Ratio): bigint {
  const down = num / den
  return num > 0n && num % den !== 0n ? down + 1n : down
}

/** The nearest hundredth, half up (0.005 → 0.01), as a whole number of hundredths (A1.1). */
export function toHundredths({ num, den }: Ratio): number {
  const doubled = num * 200n + den
  const down = doubled / (2n * den)
  return Number(doubled < 0n && doubled % (2n * den) !== 0n ? down - 1n : down)
}

/** `95`, or the exact fraction in lowest terms, `290/3`. */
export const showRatio = ({ num, den }: Ratio): string => (den === 1n ? `${num}` : `${num}/${den}`)

/** Hundredths as a decimal with two places: 8750 → `87.50`. */
export function showHundredths(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
