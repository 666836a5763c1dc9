import { expect, test } from 'vitest'
import { addDays, day, type Span } from '../../kit/day.ts'
import fc from '../../kit/test/check.ts'
import {
  daysOffOf,
  minutesOf,
  type Rota,
  type ShiftSystem,
  startOf,
  USUAL_SYSTEMS,
  type Worker,
  workOf,
  worksNights,
} from '../../people/rules/shifts.ts'
import { listCandidates } from './planner/sittings.ts'
import {
  type Asked,
  type Engaged,
  type Hours,
  type Invitee,
  type Proposal,
  proposeSittings,
} from './planner.ts'
import { voteRule } from './votes.ts'

const MARCH: Span = { first: day('2026-03-01'), last: day('2026-03-31') }
const nowhere = { notBefore: 0 }
const free: Omit<Invitee, 'id'> = {
  daysOff: new Set(),
  crew: '',
  busy: [],
  called: 0,
  worksNights: false,
  votes: true,
}

const overlaps = (busy: readonly Engaged[], { day: on, starts, ends }: Hours): boolean =>
  busy.some(({ from, to }) => from < startOf(on) + minutesOf(ends) && startOf(on) + minutesOf(starts) < to)
const missedIn = (of: Proposal): Set<string> => new Set(of.missed.map(({ id }) => id))

/** The most people any so many of the hours reach, by trying all. */
function mostReached({ invitees, mostSittings, ...within }: Asked): number {
  const hours = listCandidates([], within)
  const can = hours.map((one) => invitees.map(({ busy }) => !overlaps(busy, one)))
  const reach = (chosen: readonly boolean[][]): number =>
    invitees.filter((_, at) => chosen.some((one) => one[at])).length
  const search = (from: number, chosen: readonly boolean[][]): number => {
    if (chosen.length === mostSittings) return reach(chosen)
    return can
      .slice(from)
      .reduce((best, one, at) => Math.max(best, search(from + at + 1, [...chosen, one])), reach(chosen))
  }
  return search(0, [])
}

const FIRST = day('2026-03-02')
const busyFrom = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 47 }),
      length: fc.integer({ min: 1, max: 20 }),
      why: fc.constantFrom('shift' as const, 'rest' as const),
    }),
    { maxLength: 4 },
  )
  .map((found) =>
    found
      .map(({ start, length, why }): Engaged => {
        const from = startOf(FIRST) + start * 60
        return { from, to: from + length * 60, why }
      })
      .sort((a, b) => a.from - b.from),
  )
const small = fc.record({
  busies: fc.array(busyFrom, { minLength: 1, maxLength: 40 }),
  mostSittings: fc.integer({ min: 1, max: 3 }),
  minutes: fc.constantFrom(240, 300, 420),
})
const askOf = ({
  busies,
  mostSittings,
  minutes,
}: typeof small extends fc.Arbitrary<infer T> ? T : never): Asked => ({
  invitees: busies.map((busy, at) => ({ ...free, id: `${at}`, busy })),
  span: { first: FIRST, last: addDays(FIRST, 1) },
  ...{ mostSittings, minutes, ...nowhere },
})

test('the first proposal reaches as many as any set of sittings can', () => {
  fc.assert(
    fc.property(small, (given) => {
      const asked = askOf(given)
      expect(proposeSittings(asked)[0]?.reached ?? 0).toBe(mostReached(asked))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('nobody is counted who is on shift or at rest, and whoever is missed is so at every sitting', () => {
  fc.assert(
    fc.property(small, (given) => {
      const asked = askOf(given)
      for (const proposal of proposeSittings(asked)) {
        const missed = missedIn(proposal)
        expect(proposal.sittings.length).toBeLessThanOrEqual(asked.mostSittings)
        expect(proposal.reached + missed.size).toBe(asked.invitees.length)
        for (const { id, busy } of asked.invitees)
          expect(proposal.sittings.every((one) => overlaps(busy, one))).toBe(missed.has(id))
        for (const [at, sitting] of proposal.sittings.entries()) {
          const there = asked.invitees.filter(({ busy }) => !overlaps(busy, sitting)).length
          expect(proposal.sittings[at]?.reached).toBe(there)
        }
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('one sitting for a vote: no hour has more with the right to vote', () => {
  fc.assert(
    fc.property(small, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (given, rights) => {
      const asked = askOf(given)
      const invitees = asked.invitees.map((one, at) => ({ ...one, votes: rights[at] ?? true }))
      const rule = voteRule('admission', FIRST)
      const [first, ...others] = proposeSittings({ ...asked, invitees, vote: rule })
      const voters = invitees.filter(({ votes }) => votes)
      const best = mostReached({ ...asked, invitees: voters, mostSittings: 1 })
      const said = first?.reasons[0]
      if (first) expect(said).toMatchObject({ n: best, of: voters.length, clause: 'R2' })
      if (first) expect(said?.code).toBe(best * 2 > voters.length ? 'quorate' : 'notQuorate')
      for (const one of [first, ...others]) expect(one?.sittings.length ?? 1).toBe(1)
    }),
    { numRuns: 60 },
  )
}, 60_000)

const system = (name: string): ShiftSystem | undefined => USUAL_SYSTEMS.find((one) => one.name === name)
const crews = (names: string): Rota['crews'] =>
  [...names].map((name, at) => ({ name: `${name}班`, offset: at * 2 }))
const threeEight: Rota = {
  from: day('2026-01-01'),
  cycle: ['早班', '早班', '中班', '中班', '夜班', '夜班', '', ''],
  crews: crews('甲乙丙丁'),
}
const fourSix: Rota = {
  from: day('2026-01-01'),
  cycle: ['一班', '一班', '二班', '二班', '三班', '三班', '四班', '四班', '', ''],
  crews: crews('甲乙丙丁戊'),
}
const mines = [
  [
    '三八制 with four crews',
    { system: system('三八制'), rotas: [threeEight] },
    ['甲班', '乙班', '丙班', '丁班'],
  ],
  [
    '四六制 with five',
    { system: system('四六制'), rotas: [fourSix] },
    ['甲班', '乙班', '丙班', '丁班', '戊班'],
  ],
  [
    '三八制, everybody always on one shift',
    { system: system('三八制'), rotas: [] },
    ['早班', '中班', '夜班'],
  ],
  [
    '四六制, everybody always on one shift',
    { system: system('四六制'), rotas: [] },
    ['一班', '二班', '三班', '四班'],
  ],
  ['an office', { system: system('常白班'), rotas: [] }, ['白班']],
] as const

function branchOf(
  unit: Worker['stretches'][number]['unit'],
  names: readonly string[],
  span: Span,
  people = 40,
): Invitee[] {
  return Array.from({ length: people }, (_, at) => {
    const crew = names[at % names.length] ?? ''
    const days = new Map(at % 11 === 3 ? [[addDays(span.first, at % 28), '夜班']] : [])
    const who: Worker = { stretches: [{ first: span.first, last: addDays(span.last, 3), crew, unit }], days }
    const early = {
      ...who,
      stretches: who.stretches.map((one) => ({ ...one, first: addDays(span.first, -3) })),
    }
    return {
      ...{ id: `${at}`, crew, busy: workOf(early, span), called: at % 3, daysOff: daysOffOf(early, span) },
      ...{ worksNights: worksNights(early, span), votes: true },
    }
  })
}

const SPANS = [1, 2, 3, 6, 12].map((month): Span => {
  const first = day(`2026-${String(month).padStart(2, '0')}-01`)
  return { first, last: addDays(first, 27) }
})
test.each(mines)('%s is reached by 95 of 100, the night shift too, in every month', (_, unit, names) => {
  for (const span of SPANS) {
    const invitees = branchOf(unit, names, span)
    const [best] = proposeSittings({ invitees, span, minutes: 90, mostSittings: 3, ...nowhere })
    expect(best?.percent).toBeGreaterThanOrEqual(95)
    const nights = best?.reasons.find(({ code }) => code === 'nights')
    if (nights) expect(nights.n / nights.of).toBeGreaterThanOrEqual(0.95)
    for (const { id, busy } of invitees)
      if (best?.sittings.some((one) => !overlaps(busy, one))) expect(missedIn(best).has(id)).toBe(false)
  }
})

test('each crew is named at one sitting; without a crew it is everybody’s', () => {
  const unit = mines[0][1]
  const invitees = branchOf(unit, mines[0][2], MARCH)
  const [best] = proposeSittings({ invitees, span: MARCH, minutes: 90, mostSittings: 3, ...nowhere })
  const named = best?.sittings.flatMap((one) => one.crews) ?? []
  if ((best?.sittings.length ?? 0) > 1) expect(named.toSorted()).toEqual([...mines[0][2]].sort())
})

test('of two who could lose a day off, the one called less is', () => {
  const at = (hour: number): number => startOf(FIRST) + hour * 60
  const work = (from: number, to: number): Engaged => ({ from: at(from), to: at(to), why: 'shift' })
  // Three can only come on a day off; whoever of the two others comes, one of them loses a day off as well.
  const [first, second] = [FIRST, addDays(FIRST, 1)]
  const invitees: Invitee[] = [
    { ...free, id: 'often', called: 5, busy: [work(0, 24)], daysOff: new Set([second]) },
    { ...free, id: 'seldom', called: 0, busy: [work(24, 48)], daysOff: new Set([first]) },
    { ...free, id: 'both', called: 0, daysOff: new Set([first, second]) },
  ]
  const span = { first: FIRST, last: addDays(FIRST, 1) }
  const [best] = proposeSittings({ invitees, span, minutes: 60, mostSittings: 1, ...nowhere })
  expect(best?.reached).toBe(2)
  expect(best?.missed.map(({ id }) => id)).toEqual(['often'])
})

test('where everybody can come on a day they work, that is proposed too', () => {
  const unit = mines[0][1]
  const invitees = branchOf(unit, mines[0][2], MARCH).map((one) => ({ ...one, called: 1 }))
  const proposals = proposeSittings({ invitees, span: MARCH, minutes: 90, mostSittings: 3, ...nowhere })
  const spared = proposals.find(({ reasons }) => reasons.some(({ code }) => code === 'noDayOff'))
  expect(spared?.percent).toBeGreaterThanOrEqual(95)
})

test('nothing before the first moment asked for', () => {
  const notBefore = startOf(day('2026-03-05')) + 15 * 60
  const invitees = [{ ...free, id: '1' }]
  for (const { sittings } of proposeSittings({
    invitees,
    span: MARCH,
    minutes: 60,
    mostSittings: 3,
    notBefore,
  }))
    for (const { day: on, starts } of sittings)
      expect(startOf(on) + minutesOf(starts)).toBeGreaterThanOrEqual(notBefore)
})

test('nobody to call, or no hour left: nothing is proposed', () => {
  const within = { span: MARCH, minutes: 60, mostSittings: 3 }
  expect(proposeSittings({ ...within, invitees: [], ...nowhere })).toEqual([])
  const late = startOf(day('2026-04-02'))
  expect(proposeSittings({ ...within, invitees: [{ ...free, id: '1' }], notBefore: late })).toEqual([])
})
