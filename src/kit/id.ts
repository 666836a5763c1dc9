/** A record's name: a UUIDv7, so that ids sort by when they were made. `Of` keeps a meeting's id from passing as a person's. */
export type Id<Of extends string = string> = string & { readonly __id: Of }

/** The platform's own, in servers and browsers alike; the pure rooms that name ids are compiled without any platform. */
declare const crypto: { readonly getRandomValues: (bytes: Uint8Array) => void }

const MOST_IN_A_MS = 0xfff
const last = { ms: 0, nth: 0 }

/** The time of an id, and its place in that millisecond; a full one, and a clock that was set back, borrow from the next. */
function tick(now: number): { readonly ms: number; readonly nth: number } {
  const isFull = last.nth === MOST_IN_A_MS
  const isLater = now > last.ms
  last.nth = isLater || isFull ? 0 : last.nth + 1
  last.ms = isLater ? now : last.ms + (isFull ? 1 : 0)
  return last
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const RANDOM_BYTES = 8
const pool = new Uint8Array(4096)
let taken = pool.length

/** 62 random bits behind the two of the variant. They are drawn many at a time: one by one that costs more than all the rest. */
function drawTail(): string {
  if (taken === pool.length) {
    crypto.getRandomValues(pool)
    taken = 0
  }
  const bytes = pool.subarray(taken, taken + RANDOM_BYTES)
  taken += RANDOM_BYTES
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f)
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return `${hex.slice(0, 4)}-${hex.slice(4)}`
}

/** A fresh id (RFC 9562 §5.7): those of one process sort as they were made. */
export const newId = <Of extends string>(): Id<Of> => {
  const { ms, nth } = tick(Date.now())
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${nth.toString(16).padStart(3, '0')}-${drawTail()}` as Id<Of>
}
