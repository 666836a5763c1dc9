import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoMine, openDemoMine, signIn } from './stories.ts'

let mine: DemoMine
beforeAll(async () => {
  mine = await openDemoMine()
}, 240_000)
afterAll(() => mine?.close(), 60_000)

/** Takes from a page what came to browsers after 2022 (Chromium 105): what such a browser has, as far as scripts can tell. */
function takeAway(): void {
  const later: [object, string[]][] = [
    [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
    [Object.getPrototypeOf(Uint8Array.prototype), ['toSorted', 'toReversed', 'with']],
    [Array, ['fromAsync']],
    [Map, ['groupBy']],
    [Object, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [URL, ['canParse', 'parse']],
    [AbortSignal, ['any']],
    [RegExp, ['escape']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference']],
    [Set.prototype, ['isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())),
      ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'],
    ],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Uint8Array.prototype, ['toBase64', 'toHex']],
  ]
  for (const [of, names] of later) for (const name of names) Reflect.deleteProperty(of, name)
}

/** Where the links of a page lead, within its face. */
const linksOf = (page: Page, within: string): Promise<string[]> =>
  page.evaluate(
    (path) => [
      ...new Set(
        [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
          .filter(
            ({ href, download }) =>
              href.startsWith(location.origin + path) && !download && !href.includes('/api/'),
          )
          .map(({ href }) => href.split('#')[0] ?? ''),
      ),
    ],
    within,
  )

/** Opens the links of a page, one of each kind; answers how many. */
async function openLinks(page: Page, within: string): Promise<Set<string>> {
  const kinds = new Set<string>()
  const open = async (href: string): Promise<void> => {
    const kind = new URL(href).pathname.replace(/[\da-f]{8}-[\da-f-]{27}/g, ':id')
    if (kinds.has(kind)) return
    kinds.add(kind)
    await page.goto(href)
    await page.getByRole('main').waitFor()
    await page.waitForLoadState('networkidle')
    expect([kind, ...mine.complaints]).toEqual([kind])
  }
  const first = await linksOf(page, within)
  for (const href of first) {
    await open(href)
    for (const next of await linksOf(page, within)) await open(next)
  }
  return kinds
}

test('every page of the desk that a link leads to opens in a browser of 2022', async () => {
  const page = await mine.open()
  await page.addInitScript(takeAway)
  await signIn(page, `${mine.product.address}/desk`, mine.first('committeeStaff'))
  await page.getByRole('navigation', { name: '工作' }).waitFor()
  expect(await page.evaluate(() => typeof Map.groupBy)).toBe('function')
  expect((await openLinks(page, '/desk')).size).toBeGreaterThan(20)
}, 300_000)

test('and every page of the phone, which loads nothing more for it', async () => {
  const page = await mine.open({ width: 360, height: 740 })
  await page.addInitScript(takeAway)
  await signIn(page, mine.product.address, mine.first('member'))
  await page.getByRole('button', { name: '我已看过' }).click()
  await page.getByRole('navigation').first().waitFor()
  expect(await page.evaluate(() => typeof Map.groupBy)).toBe('undefined')
  expect((await openLinks(page, '/')).size).toBeGreaterThan(5)
}, 300_000)
