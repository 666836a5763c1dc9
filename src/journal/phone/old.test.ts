import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Run by itself: what runs tests asks for `Object.hasOwn` too. */
const PHONE = `
  delete Object.hasOwn
  await import(${JSON.stringify(new URL('./old.ts', import.meta.url).href)})
  const asked = [[{ a: undefined }, 'a'], [{}, 'a'], [Object.create({ a: 1 }), 'a']]
  console.log(JSON.stringify(asked.map(([of, name]) => Object.hasOwn(of, name))))`

test('a phone without Object.hasOwn gets one that answers', () => {
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', PHONE], { encoding: 'utf8' })
  expect(JSON.parse(said)).toEqual([true, false, false])
})
