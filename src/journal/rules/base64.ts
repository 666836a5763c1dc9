const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const NONE = 255
/** The value of each letter by its code; `NONE` for what is no letter of the alphabet. */
const VALUES = new Uint8Array(128).fill(NONE)
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let out = ''
  const whole = bytes.length - (bytes.length % 3)
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    out += ALPHABET.charAt(bits >> 18) + ALPHABET.charAt((bits >> 12) & 63)
    out += ALPHABET.charAt((bits >> 6) & 63) + ALPHABET.charAt(bits & 63)
  }
  if (whole === bytes.length) return out
  const bits = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8)
  const third = bytes.length - whole === 2 ? ALPHABET.charAt((bits >> 6) & 63) : '='
  return `${out}${ALPHABET.charAt(bits >> 18)}${ALPHABET.charAt((bits >> 12) & 63)}${third}=`
}

const valueAt = (text: string, at: number): number => VALUES[text.charCodeAt(at)] ?? NONE

/** Four letters as 24 bits; undefined when one is no letter. */
function bitsAt(text: string, at: number): number | undefined {
  const [a, b, c, d] = [
    valueAt(text, at),
    valueAt(text, at + 1),
    valueAt(text, at + 2),
    valueAt(text, at + 3),
  ]
  return (a | b | c | d) > 63 ? undefined : (a << 18) | (b << 12) | (c << 6) | d
}

/** The last one or two bytes, whose unused bits must be 0. */
function readRest(letters: string): readonly number[] | undefined {
  const bits = bitsAt(letters.padEnd(4, 'A'), 0)
  if (bits === undefined) return undefined
  const bytes = letters.length === 2 ? [bits >> 16] : [bits >> 16, (bits >> 8) & 0xff]
  return toBase64(Uint8Array.from(bytes)).startsWith(letters) ? bytes : undefined
}

/** Reads standard base64; undefined unless it is exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='))
  const whole = padding === 0 ? text.length : text.length - 4
  const out = new Uint8Array((text.length / 4) * 3 - padding)
  let to = 0
  for (let at = 0; at < whole; at += 4) {
    const bits = bitsAt(text, at)
    if (bits === undefined) return undefined
    out[to++] = bits >> 16
    out[to++] = bits >> 8
    out[to++] = bits
  }
  if (padding === 0) return out
  const rest = readRest(text.slice(whole, text.length - padding))
  if (!rest) return undefined
  out.set(rest, to)
  return out
}
