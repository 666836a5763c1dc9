const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]))

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | (b << 8) | c
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63)).join('')
    const whole = Math.min(bytes.length - at, 3) + 1
    out += letters.slice(0, whole).padEnd(4, '=')
  }
  return out
}

/** Reads standard base64; undefined unless it is exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array | undefined {
  const letters = text.replace(/={1,2}$/, '')
  const out = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const letter of letters) {
    const value = VALUES.get(letter)
    if (value === undefined) return undefined
    bits = ((bits << 6) | value) & 0xfffff
    held += 6
    if (held < 8) continue
    held -= 8
    out[at++] = (bits >> held) & 0xff
  }
  return toBase64(out) === text ? out : undefined
}
