import { expect, test } from 'vitest'
import { refuse } from '../refuse.ts'
import { whyNot } from './cluster.ts'
import { type StartCode, startSentence, startWords } from './words.ts'

test.each([
  [
    'FATAL:  could not create any TCP/IP sockets\nLOG:  could not bind IPv4 address "127.0.0.1": Address already in use',
    'port-in-use',
  ],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'folder-locked'],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'folder-locked'],
  ['FATAL:  database files are incompatible with server', 'folder-foreign'],
  ['initdb: error: could not change permissions of directory "/x": Permission denied', 'folder-closed'],
  ['Segmentation fault', 'not-started'],
] satisfies [string, StartCode][])('%s is understood', (output, code) => {
  expect(whyNot(output, { folder: '/x', port: 1 }).refused).toBe(code)
})

test.each(Object.keys(startWords))('the sentence of %s has no blank left', (code) => {
  const refused = refuse(code as StartCode, undefined, { folder: '/d', port: 5432, detail: 'pid 7' })
  for (const language of ['zh', 'en'] as const) {
    const sentence = startSentence(refused, language)
    expect(sentence).not.toMatch(/[{}?]/)
    expect(sentence).not.toContain('\n')
  }
})
