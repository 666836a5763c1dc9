import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { PAGES } from './pages.ts'
import { drawPictures, fileOf, LANGUAGES, LOOKS, STATES, statesOf, WIDTHS } from './pictures.ts'
import { listRoutes } from './routes.ts'

const fileFrom = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const SHOTS = fileFrom('docs/shots')
const FACES = { desk: fileFrom('src/web/desk/App.tsx'), phone: fileFrom('src/web/phone/App.tsx') } as const

describe.each(['desk', 'phone'] as const)('the pages of the %s', (face) => {
  const routes = listRoutes(FACES[face])

  test('its routes are found', () => expect(routes).toContain('/sign-in'))

  test('every route is photographed, and no other', () => {
    const shown = PAGES.filter((page) => page.face === face).map(({ route }) => route)
    expect([...new Set(shown)].sort()).toEqual([...new Set(routes)].sort())
  })
})

const drawn = drawPictures(PAGES)

test('every page is seen in every state, but where it says why not', () => {
  const missing = PAGES.flatMap((page) => {
    const without = page.without ?? {}
    return STATES.filter((state) => !statesOf(page).includes(state) && !without[state])
  })
  expect(missing).toEqual([])
  expect(new Set(drawn.map(fileOf)).size).toBe(PAGES.flatMap(statesOf).length)
})

test.each(['desk', 'phone'] as const)(
  '%s: each state is seen in each width, look and language, each look in each width',
  (face) => {
    const pairs = new Set(
      drawn
        .filter(({ page }) => page.face === face)
        .flatMap(({ state, width, look, language }) => [
          `${state} ${width}`,
          `${state} ${look}`,
          `${state} ${language}`,
          `${width} ${look}`,
          `${width} ${language}`,
          `${look} ${language}`,
        ]),
    )
    const asked = STATES.flatMap((state) => [
      ...WIDTHS[face].flatMap((width) => [`${state} ${width}`, ...LOOKS.map((look) => `${width} ${look}`)]),
      ...LOOKS.flatMap((look) => [`${state} ${look}`, ...LANGUAGES.map((language) => `${look} ${language}`)]),
      ...LANGUAGES.map((language) => `${state} ${language}`),
    ])
    expect(asked.filter((pair) => !pairs.has(pair))).toEqual([])
  },
)

test('every picture is there, and nothing else', () => {
  const asked = [...drawn.map(fileOf), ...LOOKS.map((look) => `sheet-${look}.webp`)].sort()
  expect(existsSync(SHOTS) ? readdirSync(SHOTS).sort() : []).toEqual(asked)
})
