import { addMonths, type Day, day } from '../../kit/day.ts'

/** Where in a record something stands. */
export const PIECE_KINDS = [
  'subject',
  'agenda',
  'minutes',
  'decision',
  'resolution',
  'addendum',
  'absence',
  'place',
  'chair',
  'recorder',
  'lecturer',
  'owner',
  'attended',
  'guest',
] as const
export type PieceKind = (typeof PIECE_KINDS)[number]

/** A piece of a record that is searched; `sounds`: how a name is found by letters, `zhangsan`, `zs`. */
export type Piece = { readonly at: PieceKind; readonly text: string; readonly sounds?: readonly string[] }

/** Text as it is compared: widths and cases alike, letter for letter, so that a place in it is the same place in the text. */
export const foldText = (text: string): string =>
  text.replace(/[^\p{Script=Han}\s]/gu, (letter) => {
    const plain = letter.normalize('NFKC').toLowerCase()
    return plain.length === letter.length ? plain : letter
  })

type Run = { readonly kind: 'characters' | 'word'; readonly text: string }

/** Chinese characters side by side, and words of other letters and digits; everything else stands between. */
function runsOf(text: string): Run[] {
  const found = foldText(text).matchAll(/(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)/gu)
  return [...found].map(([whole, characters]) => ({ kind: characters ? 'characters' : 'word', text: whole }))
}

/** Pairs of neighbours, and the last alone: so any one character is the beginning of a term. */
function pairsOf(text: string): string[] {
  const characters = [...text]
  return characters.map((character, at) => character + (characters[at + 1] ?? ''))
}

/** Letters by which a name sounds stand apart from words. */
const sounding = (sound: string): string => `~${sound}`
/** A longer word is no word: what nobody types need not be found. */
const MOST_WORD = 40

/** The terms a record is found by, each once. None holds a blank. */
export function termsOf(pieces: readonly Piece[]): string[] {
  const terms = new Set<string>()
  for (const { text, sounds = [] } of pieces) {
    for (const run of runsOf(text))
      for (const term of run.kind === 'characters' ? pairsOf(run.text) : [run.text.slice(0, MOST_WORD)])
        terms.add(term)
    for (const sound of sounds) terms.add(sounding(sound))
  }
  return [...terms]
}

/** The terms by which the index itself keeps to a month or to a unit. */
export const monthTerm = (day: Day): string => `@${day.slice(0, 7)}`
export const unitTerm = (orgId: string): string => `#${orgId}`

/** A question to the index that keeps to what any of these terms says besides. */
export const amongTerms = (terms: string, any: readonly string[]): string =>
  `(${terms}) & (${any.map((term) => `'${term}'`).join(' | ')})`

/** What is looked for: every run must stand in the record; `terms`: the question to the index, as `tsquery` writes it. */
export type Query = { readonly runs: readonly Run[]; readonly terms: string }

const LEAST_WORD = 2

function askFor({ kind, text }: Run): string {
  if (kind === 'word') return `('${text}':* | '${sounding(text)}':*)`
  const pairs = pairsOf(text)
  return pairs.length === 1
    ? `'${text}':*`
    : pairs
        .slice(0, -1)
        .map((pair) => `'${pair}'`)
        .join(' & ')
}

/** Reads what was typed; undefined when nothing of it can be looked for: signs, or a single letter. */
export function readQuery(typed: string): Query | undefined {
  const runs = runsOf(typed)
    .filter(({ kind, text }) => kind === 'characters' || text.length >= LEAST_WORD)
    .map((run) => ({ ...run, text: run.text.slice(0, MOST_WORD) }))
  return runs.length > 0 ? { runs, terms: runs.map(askFor).join(' & ') } : undefined
}

/** From where to where, in UTF-16 units, the end outside. */
export type Mark = readonly [start: number, end: number]
/** A part of a record around what was found. */
export type Excerpt = { readonly at: PieceKind; readonly text: string; readonly marks: readonly Mark[] }

function marksIn({ text, sounds = [] }: Piece, folded: string, run: Run): Mark[] {
  if (run.kind === 'word' && sounds.some((sound) => sound.startsWith(run.text))) return [[0, text.length]]
  const marks: Mark[] = []
  for (let at = folded.indexOf(run.text); at >= 0; at = folded.indexOf(run.text, at + run.text.length))
    marks.push([at, at + run.text.length])
  return marks
}

/** Marks in order; those that touch become one. */
function joined(marks: readonly Mark[]): Mark[] {
  const all: Mark[] = []
  for (const [start, end] of marks.toSorted(([a], [b]) => a - b)) {
    const last = all.at(-1)
    if (last && start <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], end)]
    else all.push([start, end])
  }
  return all
}

const BEFORE = 24
const LONGEST = 120
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at))

/** What stands around the first mark; no character is cut in two. */
function cut({ at, text }: Piece, marks: readonly Mark[]): Excerpt {
  const first = marks[0]?.[0] ?? 0
  const wished = text.length <= LONGEST ? 0 : Math.max(0, first - BEFORE)
  const start = isLow(text, wished) ? wished - 1 : wished
  const end = isLow(text, start + LONGEST) ? start + LONGEST + 1 : start + LONGEST
  return {
    at,
    text: text.slice(start, end),
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Mark => [from - start, to - start]),
  }
}

/** So many parts of a record are shown. */
const MOST_EXCERPTS = 3

/** Where a record says what is looked for; undefined when one of the runs stands nowhere in it. */
export function findIn(pieces: readonly Piece[], { runs }: Query): Excerpt[] | undefined {
  const seen = new Set<Run>()
  const marked = pieces.flatMap((piece) => {
    const folded = foldText(piece.text)
    const marks = runs.flatMap((run) => {
      const found = marksIn(piece, folded, run)
      if (found.length > 0) seen.add(run)
      return found
    })
    return marks.length > 0 ? [cut(piece, joined(marks))] : []
  })
  return seen.size === runs.length ? marked.slice(0, MOST_EXCERPTS) : undefined
}

/** A stretch of whole months, the latest first; `months` null: everything before `last`. */
export type Stretch = { readonly last: Day; readonly months: readonly Day[] | null }

/** What is common is found within a month, or the quarter before it; what is not is rare enough to be asked of all that is older. */
const STRETCHES = [1, 3] as const

/** The stretches from a day back to another, the latest first, each behind the one before. */
export function stretchesBack(latest: Day, earliest: Day): Stretch[] {
  const stretches: Stretch[] = []
  let first = day(`${latest.slice(0, 7)}-01`)
  for (const count of STRETCHES) {
    const months = Array.from({ length: count }, (_, at) => addMonths(first, -at))
    stretches.push({ last: addMonths(first, 1), months })
    first = addMonths(first, -count)
    if (addMonths(first, 1) <= earliest) return stretches
  }
  return [...stretches, { last: addMonths(first, 1), months: null }]
}
