/** Loaded into the server before it: says how much its own heap and buffers hold when asked, once what nobody needs is thrown away. */
import { setTimeout as sleep } from 'node:timers/promises'

export type Heap = { readonly held: number; readonly outside: number }

/** Buffers go only after what held them has gone. */
const ROUNDS = 4

process.on('message', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.()
    await sleep(50)
  }
  const { heapUsed, external } = process.memoryUsage()
  process.send?.({ held: heapUsed, outside: external } satisfies Heap)
})
process.channel?.unref()
