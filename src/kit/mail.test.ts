import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mail, mailOf } from './mail.ts'
import { isRefused } from './refuse.ts'

/** A mail server that keeps what it takes. */
const got: { from: string; to: string[]; raw: string }[] = []
const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _, done) =>
    username === 'lamp' && password === 'p@ss' ? done(null, { user: 'lamp' }) : done(new Error('no')),
  onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
    const pieces: Uint8Array[] = []
    stream.on('data', (piece: Uint8Array) => pieces.push(piece))
    stream.on('end', () => {
      const from = mailFrom ? mailFrom.address : ''
      got.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(pieces).toString() })
      done()
    })
  },
})
let port = 0
beforeAll(async () => {
  const listening = once(server.server, 'listening')
  server.listen(0, '127.0.0.1')
  await listening
  const bound = server.server.address()
  port = typeof bound === 'object' && bound ? bound.port : 0
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(() => got.splice(0))

const to = { PITLAMP_MAIL_TO: 'office@above.example, second@above.example' }
function mailWith(password: string): Mail {
  const mail = mailOf({
    PITLAMP_MAIL: `smtp://lamp:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    ...to,
  })
  if (!mail || isRefused(mail)) throw new Error('no mail')
  return mail
}
const letter = {
  subject: '检查点 一矿',
  text: '正文\n',
  file: { name: '2026-11-23.txt', text: 'pitlamp/1\n12\n' },
}

test('a letter arrives at everybody named, its text and file as they were', async () => {
  await mailWith('p@ss')(letter)
  expect(got).toHaveLength(1)
  const [{ from, to, raw } = { from: '', to: [], raw: '' }] = got
  expect([from, to]).toEqual(['office@above.example', ['office@above.example', 'second@above.example']])
  const parts = raw.split(/\r\n--[^\r\n]+/).filter((part) => part.includes('base64'))
  const texts = parts.map((part) => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64').toString())
  expect(texts).toEqual(['正文\n', 'pitlamp/1\n12\n'])
  expect(raw).toContain('filename=2026-11-23.txt')
})

test('a letter the server does not take fails', async () => {
  await expect(mailWith('wrong')(letter)).rejects.toThrow()
  expect(got).toEqual([])
})

test('without a server no mail is sent; settings that cannot be used are refused', () => {
  expect(mailOf({})).toBeUndefined()
  expect(mailOf({ PITLAMP_MAIL: 'http://mail.example', ...to })).toMatchObject({ refused: 'bad-mail-server' })
  const server = { PITLAMP_MAIL: 'smtp://mail.example' }
  expect(mailOf(server)).toMatchObject({ refused: 'bad-mail-address' })
  expect(mailOf({ ...server, PITLAMP_MAIL_TO: 'a@b.example\r\nBcc: x@y.example' })).toMatchObject({
    refused: 'bad-mail-address',
  })
})
