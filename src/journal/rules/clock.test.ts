import { expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { look, MOST_STEP_MS, type Reading, STEADY_AGAIN_MS, startWatch, untimely } from './clock.ts'

const NOON = Date.parse('2026-11-22T12:00:00.000Z')
const at = (steadyMs: number, off = 0): Reading => ({ wallMs: NOON + steadyMs + off, steadyMs })
const BEFORE = '2026-11-22T11:59:59.000000Z'

const sayAfter = (...looks: Reading[]): string | undefined => {
  const answer = untimely(looks.reduce(look, startWatch(at(0))), BEFORE)
  return isRefused(answer) ? `${answer.refused} ${answer.facts?.['byMs']}` : undefined
}

test.each([
  ['runs on', [at(1000), at(2000)], undefined],
  ['is set forward by two seconds', [at(1000, MOST_STEP_MS)], undefined],
  ['is set forward by more', [at(1000, MOST_STEP_MS + 1)], 'clock-stepped 2001'],
  ['is set back by two seconds', [at(1000, -MOST_STEP_MS)], undefined],
  ['is set back by more', [at(1000, -MOST_STEP_MS - 1)], 'clock-stepped -2001'],
  ['is set forward and back', [at(1000, 90_000), at(2000)], 'clock-stepped -90000'],
  ['drifts a little with each look', [at(1000, 1500), at(2000, 3000), at(3000, 4500)], undefined],
  ['slept an hour', [{ wallMs: NOON + 3_600_000, steadyMs: 1000 }], 'clock-stepped 3599000'],
  ['has run evenly, not long enough', [at(0, 5000), at(STEADY_AGAIN_MS, 5000)], 'clock-stepped 5000'],
  ['has run evenly for long', [at(0, 5000), at(STEADY_AGAIN_MS + 1, 5000)], undefined],
])('a clock that %s', (_, looks, said) => expect(sayAfter(...looks)).toBe(said))

test.each([
  ['before now', '2026-11-22T11:59:59.999999Z', undefined],
  ['two seconds ahead', '2026-11-22T12:00:02.000000Z', undefined],
  ['more than that ahead', '2026-11-22T12:00:02.000001Z', 'clock-behind'],
])('a leaf received %s', (_, received, code) => {
  const answer = untimely(startWatch(at(0)), received)
  expect(answer?.refused).toBe(code)
})
