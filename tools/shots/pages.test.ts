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

const WIDE = Object.entries(WIDTHS).flatMap(([face, widths]) => widths.map((width) => `${face} ${width}`))

test('each state, look and language is seen with each other and in each width of each face', () => {
  const pairs = new Set(
    drawn.flatMap(({ page, state, width, look, language }) => {
      const wide = `${page.face} ${width}`
      const inWidth = [state, look, language].map((one) => `${one} in ${wide}`)
      return [...inWidth, `${state} ${look}`, `${state} ${language}`, `${look} ${language}`]
    }),
  )
  const asked = [
    ...[...STATES, ...LOOKS, ...LANGUAGES].flatMap((one) => WIDE.map((wide) => `${one} in ${wide}`)),
    ...STATES.flatMap((state) => [...LOOKS, ...LANGUAGES].map((other) => `${state} ${other}`)),
    ...LOOKS.flatMap((look) => LANGUAGES.map((language) => `${look} ${language}`)),
  ]
  expect(asked.filter((pair) => !pairs.has(pair))).toEqual([])
})

test('every picture is there, and nothing else', () => {
  const asked = [...drawn.map(fileOf), ...LOOKS.map((look) => `sheet-${look}.webp`)].sort()
  expect(existsSync(SHOTS) ? readdirSync(SHOTS).sort() : []).toEqual(asked)
})
