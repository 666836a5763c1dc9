/** Asks over HTTP; the platform's own `fetch`, another in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What came back: the HTTP status, the content type ('' when none is named) and the text. */
export type Answer = { readonly status: number; readonly type: string; readonly body: string }

const PATIENCE_MS = 15_000
const MOST_BYTES = 64 * 1024

/** The first 64 KiB, whatever else a stranger sends. */
async function readStart(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    length += part.length
    if (length >= MOST_BYTES) break
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8')
}

/**
 * What a witness's address answers; undefined when nothing came within 15 seconds, or a redirection. Of an answer longer than 64 KiB no
 * more than that is read: nothing a witness says is longer.
 */
export async function askWitness(
  fetch: Fetch,
  address: string,
  init: RequestInit = {},
): Promise<Answer | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(address, { ...init, signal, redirect: 'error' })
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, body: await readStart(response) }
  } catch {
    return undefined
  }
}
