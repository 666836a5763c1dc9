import { beforeEach, expect, test } from 'vitest'
import type { Problem } from '../../contract.ts'
import { makeOutbox } from './outbox.ts'
import type { Unsent } from './shelf.ts'

type Said = { answer: unknown } | { problem: Pick<Problem, 'code'> }
type Name = Parameters<ReturnType<typeof makeOutbox>['post']>[0]

const NAME = 'access.signOut' satisfies Name
let sent: Unsent[]
let says: Said[]
let told: number

/** A server that answers as told, one answer a try; the last holds for all that follow. */
const server = async (item: Unsent): Promise<never> => {
  sent.push(item)
  const answer = says.length > 1 ? says.shift() : says[0]
  return answer as never
}
const tell = (): void => {
  told += 1
}
const open = () => makeOutbox('me', tell, server)
const taken: Said = { answer: {} }
const cut: Said = { problem: { code: 'no-answer' } }
const refused: Said = { problem: { code: 'bad-input' } }

beforeEach(() => {
  sent = []
  says = [taken]
  told = 0
})

test('with a line it is sent at once, and nothing is left', async () => {
  const outbox = open()
  expect(await outbox.post(NAME, {}, 'a')).toEqual({ state: 'sent', answer: {} })
  expect([outbox.items(), sent.length, told]).toEqual([[], 1, 1])
})

test('what is unsent is not known before what was kept here has been read', async () => {
  const outbox = open()
  expect(outbox.items()).toBe(undefined)
  await outbox.flush()
  expect(outbox.items()).toEqual([])
})

test('without a line it waits, and goes under the same key when there is one', async () => {
  says = [cut, taken]
  const outbox = open()
  expect((await outbox.post(NAME, {}, 'a')).state).toBe('waiting')
  expect(outbox.items()?.map(({ label }) => label)).toEqual(['a'])
  await outbox.flush()
  expect(outbox.items()).toEqual([])
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
})

test('what is refused stays to be looked at, does not stop the others, and is not tried again by itself', async () => {
  says = [refused, taken]
  const outbox = open()
  const fate = await outbox.post(NAME, {}, 'a')
  expect(fate).toMatchObject({ state: 'refused', problem: { code: 'bad-input' } })
  expect((await outbox.post(NAME, {}, 'b')).state).toBe('sent')
  await outbox.flush()
  expect(sent.map(({ label }) => label)).toEqual(['a', 'b'])
  expect(outbox.items()?.map(({ label }) => label)).toEqual(['a'])
})

test('what was refused is sent again when asked, and goes when discarded', async () => {
  says = [refused, refused, taken]
  const outbox = open()
  await outbox.post(NAME, {}, 'a')
  await outbox.post(NAME, {}, 'b')
  const [a, b] = outbox.items() ?? []
  await outbox.retry(a?.id ?? '')
  await outbox.discard(b?.id ?? '')
  expect(outbox.items()).toEqual([])
  expect(sent.map(({ label }) => label)).toEqual(['a', 'b', 'a'])
})

test('where there is no line the first stops the rest: nothing overtakes', async () => {
  says = [cut]
  const outbox = open()
  await outbox.post(NAME, {}, 'a')
  await outbox.post(NAME, {}, 'b')
  expect(sent.map(({ label }) => label)).toEqual(['a', 'a'])
})

test('an ended session refuses nothing: it waits for the next, and is told of', async () => {
  says = [{ problem: { code: 'not-signed-in' } }]
  const outbox = open()
  expect((await outbox.post(NAME, {}, 'a')).state).toBe('waiting')
  expect(told).toBe(1)
})

test('two flushes at once send each thing once', async () => {
  says = [cut, taken]
  const outbox = open()
  await outbox.post(NAME, {}, 'a')
  await Promise.all([outbox.flush(), outbox.flush()])
  expect(sent.length).toBe(2)
})
