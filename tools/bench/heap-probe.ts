/** Loaded into the server before it: says how much its own heap holds when asked, after what is no longer needed was thrown away. */
export type Heap = { readonly held: number; readonly outside: number }

process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.({ held: heapUsed, outside: external } satisfies Heap)
})
process.channel?.unref()
