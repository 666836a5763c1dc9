import { randomBytes } from 'node:crypto'

const POOL_BYTES = 16_384
let pool = Buffer.alloc(0)
let taken = 0

/** Fresh random bytes, drawn from the system many at a time: one by one, drawing costs more than what they are for. */
export function drawRandom(bytes: number): Buffer {
  if (bytes > POOL_BYTES) return randomBytes(bytes)
  if (taken + bytes > pool.length) {
    pool = randomBytes(POOL_BYTES)
    taken = 0
  }
  taken += bytes
  return pool.subarray(taken - bytes, taken)
}
