import type { Id } from '../../kit/id.ts'

/** An open page that listens. */
export type OpenPage = {
  readonly id: string
  readonly mineId: Id<'mine'>
  readonly token: string
  readonly accountId: Id<'account'>
  readonly name: string
  /** Leaves of the journal below this were told. */
  at: number
  /** The record open for editing on it. */
  editing: string | null
  readonly send: (event: string, data: unknown) => void
  readonly end: () => void
}

/** So many events wait for a slow line; then it is cut, and the page comes back with its position. */
const MOST_WAITING = 100
const encoder = new TextEncoder()

/** A line to a page as an event stream; `ended` is called once, whoever ended it. */
export function openLine(
  at: () => number,
  ended: () => void,
): Pick<OpenPage, 'send' | 'end'> & { body: ReadableStream<Uint8Array> } {
  let line: ReadableStreamDefaultController<Uint8Array> | undefined
  const end = (): void => {
    if (!line) return
    const open = line
    line = undefined
    open.close()
    ended()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        line = controller
      },
      cancel: () => {
        line = undefined
        ended()
      },
    },
    { highWaterMark: MOST_WAITING },
  )
  const send = (event: string, data: unknown): void => {
    line?.enqueue(encoder.encode(`id: ${at()}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
    if ((line?.desiredSize ?? 1) <= 0) end()
  }
  return { body, send, end }
}
