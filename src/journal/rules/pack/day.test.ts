import { expect, test } from 'vitest'
import { sealedDay } from './day.ts'

const of = (value: string | null) => ({ value, salt: '' })

test.each([
  ['the day is opened', ['place', 'held_on'], { held_on: of('2026-10-05') }, ['held_on', '2026-10-05']],
  ['it is opened and empty', ['paid_on'], { paid_on: of(null) }, ['paid_on', null]],
  [
    'it stays closed, whatever else is open',
    ['paid_on', 'month'],
    { month: of('2026-10-01') },
    ['paid_on', null],
  ],
  ['there is but a month', ['month', 'subject'], { month: of('2026-10-01') }, ['month', '2026-10-01']],
])('%s', (_, names, opened, [field, day]) => expect(sealedDay(names, opened)).toEqual({ field, day }))

test('a leaf without a day tells none, whatever is opened beside it', () => {
  expect(sealedDay(['subject'], { held_on: of('2026-10-05') })).toBeUndefined()
})
