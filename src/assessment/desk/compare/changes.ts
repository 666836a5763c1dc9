import type { OutputOf } from '../../../kit/contract.ts'
import { hundredths } from '../../ui/points.ts'

type Answer = OutputOf<'assessment.findScore'>
export type Item = Answer['items'][number]

/** An item in two periods; undefined where the scheme of that period has no such item or it was left out. `by`: hundredths of a point. */
export type Change = {
  readonly no: string
  readonly title: string
  readonly fact: string
  readonly before: Item | undefined
  readonly after: Item | undefined
  readonly by: number
}

const isSame = (before: Item | undefined, after: Item | undefined): boolean =>
  before?.points === after?.points && before?.of === after?.of && before?.value === after?.value

/** Every item of either period, in the order of the later one, those that are gone behind; whether its points, full points or value differ. */
export function changesBetween(
  before: readonly Item[],
  after: readonly Item[],
): { changed: Change[]; same: Change[] } {
  const old = new Map(before.map((item) => [item.no, item]))
  const fresh = new Set(after.map(({ no }) => no))
  const pairs: (readonly [Item | undefined, Item])[] = after.map((item) => [old.get(item.no), item])
  const gone = before.filter(({ no }) => !fresh.has(no))
  const all = [
    ...pairs.map(([from, to]) => changeOf(from, to, to)),
    ...gone.map((item) => changeOf(item, undefined, item)),
  ]
  return {
    changed: all.filter((one) => !isSame(one.before, one.after)),
    same: all.filter((one) => isSame(one.before, one.after)),
  }
}

const changeOf = (before: Item | undefined, after: Item | undefined, { no, title, fact }: Item): Change => ({
  ...{ no, title, fact, before, after },
  by: hundredths(after?.points ?? '0') - hundredths(before?.points ?? '0'),
})

/** A difference of hundredths as people read it: `+1.50`, `−2.00`, `0`. */
export function showDifference(by: number): string {
  if (by === 0) return '0'
  return `${by > 0 ? '+' : '−'}${(Math.abs(by) / 100).toFixed(2)}`
}
