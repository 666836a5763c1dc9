import { useCallback } from 'react'
import { keepOneOf, useKept } from './kept.ts'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One thing said in both languages. `{name}` is a blank; `{n|record|records}` picks a word by whether `n` is 1. */
export type Words = { readonly zh: string; readonly en: string }

type BlankIn<S extends string> = S extends `${string}{${infer Blank}}${infer Rest}`
  ? Blank | BlankIn<Rest>
  : never
type Blanks<W extends Words> = BlankIn<W['zh']>
/** What must be given to fill the blanks: nothing when there are none. */
export type Filling<W extends Words> = [Blanks<W>] extends [never]
  ? []
  : [values: Readonly<Record<Blanks<W>, string | number>>]
export type Say = <const W extends Words>(words: W, ...filling: Filling<W>) => string

export type Values = Readonly<Record<string, string | number>>

/** Fills the blanks of a sentence; a blank without a value stays as it is, so that a test can find it. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name]
      if (value === undefined) return whole
      if (one === undefined) return String(value)
      return Number(value) === 1 ? one : (many ?? one)
    },
  )
}

/** The language of the pages: Chinese until somebody chose; remembered. */
export const language = keepOneOf<Language>('pitlamp.language', LANGUAGES, 'zh')

/** What stands between things in a row. */
export const COMMA: Readonly<Record<Language, string>> = { zh: '、', en: ', ' }

/** What stands between a name and what it says. */
export const COLON: Readonly<Record<Language, string>> = { zh: '：', en: ': ' }

const TAGS = { zh: 'zh-CN', en: 'en' } as const

/** Tells the browser which language the page is in, now and whenever it changes. */
export function markLanguage(): void {
  const mark = (): void => {
    document.documentElement.lang = TAGS[language.read()]
  }
  language.listen(mark)
  mark()
}

export const useLanguage = (): Language => useKept(language)

/** Says words in the language of the page. */
export function useSay(): Say {
  const now = useLanguage()
  return useCallback<Say>((words, ...filling) => fill(words[now], filling[0]), [now])
}

/** Names for fields, by path, in the language of the page. */
export function useNames<P extends string>(of: Readonly<Record<P, Words>>): Readonly<Record<P, string>> {
  const say = useSay()
  const said = Object.entries<Words>(of).map(([path, name]) => [path, say(name)])
  return Object.fromEntries(said) as Readonly<Record<P, string>>
}
