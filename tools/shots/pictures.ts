import type { Role } from './scene.ts'

/** What a page may be seen in: with its data, with none, while it asks, when it got no answer, and without a line. */
export const STATES = ['data', 'empty', 'loading', 'failed', 'offline'] as const
export type State = (typeof STATES)[number]

export const LOOKS = ['light', 'dark', 'large', 'largeDark'] as const
export type Look = (typeof LOOKS)[number]
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const WIDTHS = { phone: [360, 412], desk: [360, 1366] } as const

/** A page to photograph. `route`: as the page's face declares it; `path`: an address of it, `:name` filled from the scene. */
export type Page = {
  readonly name: string
  readonly face: 'phone' | 'desk'
  readonly route: string
  readonly path?: string
  readonly as: Role | 'nobody'
  /** States it cannot be in, each with the reason. */
  readonly without?: Partial<Record<State, string>>
}

export type Picture = {
  readonly page: Page
  readonly state: State
  readonly width: number
  readonly look: Look
  readonly language: Language
}

export const statesOf = ({ without = {} }: Page): State[] => STATES.filter((state) => !(state in without))

export const fileOf = ({ page, state }: Pick<Picture, 'page' | 'state'>): string =>
  `${page.face}-${page.name}-${state}.webp`

type Choice = readonly string[]

/** The pairs a picture shows together: each two of page, state, width, look and language. */
function pairsOf(choice: Choice): string[] {
  return choice.flatMap((one, at) => choice.slice(at + 1).map((other) => `${one} × ${other}`))
}

const choiceOf = ({ page, state, width, look, language }: Picture): Choice => [
  `${page.face} ${page.name}`,
  state,
  `${page.face} ${width}`,
  look,
  language,
]

function candidates(page: Page, state: State): Picture[] {
  return WIDTHS[page.face].flatMap((width) =>
    LOOKS.flatMap((look) => LANGUAGES.map((language) => ({ page, state, width, look, language }))),
  )
}

/**
 * One picture for each page and state; width, look and language are drawn so that as many pairs as possible are seen together,
 * the same each time: the candidate with the most pairs not yet seen, the first of equals, turning so that none is always first.
 */
export function drawPictures(pages: readonly Page[]): Picture[] {
  const seen = new Set<string>()
  const drawn: Picture[] = []
  for (const page of pages)
    for (const state of statesOf(page)) {
      const all = candidates(page, state)
      const turned = [...all.slice(drawn.length % all.length), ...all.slice(0, drawn.length % all.length)]
      const fresh = (picture: Picture): number =>
        pairsOf(choiceOf(picture)).filter((pair) => !seen.has(pair)).length
      const best = turned.reduce((one, other) => (fresh(other) > fresh(one) ? other : one))
      for (const pair of pairsOf(choiceOf(best))) seen.add(pair)
      drawn.push(best)
    }
  return drawn
}

/** Every combination, for looking at one page closely. */
export const everyPicture = (pages: readonly Page[]): Picture[] =>
  pages.flatMap((page) => statesOf(page).flatMap((state) => candidates(page, state)))
