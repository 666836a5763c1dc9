import type { Unpack } from '../../journal/rules/pack/file.ts'

/** Opens what is packed by the browser's own means; undefined when it is damaged or too large. */
async function through(
  format: 'gzip' | 'deflate-raw',
  bytes: Uint8Array,
  most: number,
): Promise<Uint8Array | undefined> {
  const source = new Blob([Uint8Array.from(bytes)]).stream()
  const reader = source.pipeThrough(new DecompressionStream(format)).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      length += next.value.length
      if (length > most) return undefined
    }
  } catch {
    return undefined
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** How a page opens what is packed in a pack. */
export const unpack: Unpack = {
  inflate: (bytes, most) => through('deflate-raw', bytes, most),
  gunzip: (bytes, most) => through('gzip', bytes, most),
}
