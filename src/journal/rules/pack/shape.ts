import type { Json } from '../jcs.ts'

/** Whether a value is of a shape. */
type Guard<T> = (value: unknown) => value is T
type Guarded<G> = G extends Guard<infer T> ? T : never

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
const isTruth = (value: unknown): value is boolean => typeof value === 'boolean'
const isDayText = (value: unknown): value is string => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value)
const isNull = (value: unknown): value is null => value === null
const isAny = (value: unknown): value is Json => value !== undefined
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const either =
  <A, B>(a: Guard<A>, b: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    a(value) || b(value)
const orNull = <T>(of: Guard<T>): Guard<T | null> => either(of, isNull)
const listOf =
  <T>(of: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(of)
const mapOf =
  <T>(of: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(of)

type Members = Readonly<Record<string, Guard<unknown>>>
type ObjectOf<M extends Members> = { readonly [Name in keyof M]: Guarded<M[Name]> }

/** Exactly these names. */
function objectOf<M extends Members>(members: M): Guard<ObjectOf<M>> {
  const guards = Object.entries(members)
  return (value): value is ObjectOf<M> =>
    isObject(value) &&
    Object.keys(value).length === guards.length &&
    guards.every(([name, guard]) => Object.hasOwn(value, name) && guard(value[name]))
}

const isVersion = (value: unknown): value is 'pitlamp-pack/1' => value === 'pitlamp-pack/1'
const isOpened = objectOf({ value: isAny, salt: isText })
const isRevision = objectOf({
  leaf: isText,
  proof: isText,
  opened: mapOf(isOpened),
  withheld: listOf(isText),
  erased: orNull(isCount),
})
const isSome = <T>(of: Guard<T>): Guard<readonly T[]> => {
  const isList = listOf(of)
  return (value): value is readonly T[] => isList(value) && value.length > 0
}
const isRecord = objectOf({
  table: isText,
  subject: isText,
  title: isText,
  happened: orNull(isDayText),
  stratum: orNull(isText),
  revisions: isSome(isRevision),
  reason: orNull(objectOf({ text: isText, at: isText })),
})
const isAbout = objectOf({
  mine: isText,
  madeAt: isText,
  scope: listOf(isText),
  period: orNull(isText),
  inspection: orNull(objectOf({ id: isText, title: isText, announcedOn: orNull(isDayText) })),
  redaction: listOf(isText),
})
const isDraw = objectOf({
  seed: isText,
  from: objectOf({ note: isText, words: isText }),
  each: isCount,
  strata: mapOf(listOf(isText)),
  drawn: mapOf(listOf(isText)),
})
const isItem = objectOf({
  ...{ no: isText, name: isText, fact: isText },
  ...{ of: isText, rule: isText, params: mapOf(isText) },
})
const isScheme = objectOf({
  version: isWhole,
  bands: listOf(objectOf({ grade: isText, from: isText })),
  items: listOf(isItem),
})
const isScore = objectOf({
  base: orNull(isText),
  bonus: isText,
  score: orNull(isText),
  grade: orNull(isText),
  vetoed: isTruth,
  items: listOf(objectOf({ no: isText, points: orNull(isText) })),
})
const isScores = objectOf({
  period: isText,
  scheme: isScheme,
  branches: listOf(objectOf({ id: isText, name: isText, facts: mapOf(isText), score: isScore })),
})

/** Whether what was read is shaped as a pack is; says nothing about whether it holds (docs/pack.md). */
export const isPack = objectOf({
  v: isVersion,
  about: isAbout,
  log: objectOf({ origin: isText, vkey: isText }),
  policy: isText,
  checkpoints: isSome(isText),
  consistency: listOf(objectOf({ from: isCount, to: isCount, proof: listOf(isText) })),
  draw: orNull(isDraw),
  records: listOf(isRecord),
  scores: orNull(isScores),
})

/** What `pack.json` holds (docs/pack.md). */
export type Pack = Guarded<typeof isPack>
export type PackRecord = Guarded<typeof isRecord>
export type PackRevision = Guarded<typeof isRevision>
export type PackDraw = Guarded<typeof isDraw>
export type PackScores = Guarded<typeof isScores>
