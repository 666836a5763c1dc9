import { type Refused, refuse } from './refuse.ts'

/** A letter of plain text with one file of plain text. */
export type Letter = {
  readonly subject: string
  readonly text: string
  readonly file: { readonly name: string; readonly text: string }
}

/** Hands a letter to the mail server; throws when it is not taken. */
export type Mail = (letter: Letter) => Promise<void>

/** Whoever sends or waits longer has no working mail server. */
const PATIENCE_MS = 30_000
const SCHEMES = new Set(['smtp:', 'smtps:'])
const ADDRESS = /^[^\s@,<>]+@[^\s@,<>]+$/

/**
 * The mail server of `PITLAMP_MAIL` (`smtp://user:password@host:587`, `smtps://…`), writing to the addresses of `PITLAMP_MAIL_TO`, divided by
 * commas, as `PITLAMP_MAIL_FROM` or the first of them; undefined when none is named. Refuses what cannot be used.
 */
export function mailOf(
  env: Readonly<Record<string, string | undefined>>,
): Mail | undefined | Refused<'bad-mail-server' | 'bad-mail-address'> {
  const server = env['PITLAMP_MAIL']
  if (!server) return undefined
  if (!URL.canParse(server) || !SCHEMES.has(new URL(server).protocol)) return refuse('bad-mail-server')
  const to = (env['PITLAMP_MAIL_TO'] ?? '').split(',').map((one) => one.trim())
  const from = env['PITLAMP_MAIL_FROM']?.trim() || (to[0] ?? '')
  const wrong = [...to, from].find((address) => !ADDRESS.test(address))
  if (wrong !== undefined) return refuse('bad-mail-address', undefined, { address: wrong })
  return async ({ subject, text, file }) => {
    const { createTransport } = await import('nodemailer')
    const timeouts = {
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    }
    const transport = createTransport({ url: server, ...timeouts })
    try {
      const attachments = [
        { filename: file.name, content: file.text, contentType: 'text/plain; charset=utf-8' },
      ]
      await transport.sendMail({ from, to, subject, text, attachments })
    } finally {
      transport.close()
    }
  }
}
