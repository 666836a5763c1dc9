import { expect, test } from 'vitest'
import { z } from 'zod'
import { actions } from './actions.ts'

const REASONS = ['reason', 'why'] as const

/** Every field of a write in which somebody says why, by action. */
const fields = actions.flatMap(({ contract: { kind, name, input } }) => {
  if (kind !== 'write' || !(input instanceof z.ZodObject)) return []
  const { shape } = input as z.ZodObject<Record<string, z.ZodType>>
  return REASONS.flatMap((field) => {
    const of = shape[field]
    return of?.safeParse('改').success ? [{ name, field, of }] : []
  })
})

test('there are actions that ask why', () => expect(fields.length).toBeGreaterThan(8))

test.each(fields)(
  '$name: any $field that says something is taken, however short; blanks are no reason',
  ({ of }) => {
    for (const text of ['改', ' 改 ', '-', '1', '。', '改'.repeat(200)])
      expect(of.safeParse(text).success).toBe(true)
    const blank = [' ', '\u3000', '\t \u00a0'].map((text) => of.safeParse(text))
    const isOptional = of.safeParse('').success
    for (const one of blank) expect(one.success ? one.data : 'refused').toBe(isOptional ? '' : 'refused')
  },
)
