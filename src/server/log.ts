import { pino } from 'pino'

/** The server's log: one JSON line each, on standard error. No names, no bodies, no query strings. */
const logger = pino({ base: null, redact: ['*.password', '*.token', '*.login'] }, pino.destination(2))

type Fault = { readonly reference: string; readonly action: string; readonly error: unknown }

/** A database error carries the offending row in `detail` and `where`; only what names no person is kept. */
const plainly = (error: unknown): { message: string; stack?: string; code?: string } => {
  if (!(error instanceof Error)) return { message: 'thrown value' }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return {
    message: error.message.slice(0, 300),
    ...(error.stack && { stack: error.stack.slice(0, 3000) }),
    ...code,
  }
}

/** Writes a fault under the reference its caller was given. */
export const logFault = ({ reference, action, error }: Fault): void =>
  logger.error({ reference, action, error: plainly(error) }, 'fault')
