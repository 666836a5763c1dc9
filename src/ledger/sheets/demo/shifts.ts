import { addDays, type Day, day } from '../../../kit/day.ts'
import type { Rota } from '../../../people/rules/shifts.ts'
import type { RosterRow } from '../../../people/sheets.ts'
import { BRANCHES } from './branches.ts'

const CREWS = { 三八制: '甲乙丙丁', 四六制: '甲乙丙丁戊' } as const
const CYCLES = {
  三八制: ['早班', '早班', '中班', '中班', '夜班', '夜班', '', ''],
  四六制: ['一班', '一班', '二班', '二班', '三班', '三班', '四班', '四班', '', ''],
} as const
type Rotating = keyof typeof CREWS

/** Where everybody is always on one shift, as it is in some teams. */
const FIXED = new Set(['ZB01', 'ZB04'])

/** The system by which the crews of a branch rotate; undefined where they do not. */
const rotatingIn = (code: string, system: string): Rotating | undefined =>
  FIXED.has(code) || !(system === '三八制' || system === '四六制') ? undefined : system

/** The crews of a rotating branch; none where shifts stay. */
export function crewsOf(code: string, system: string): string[] {
  const rotating = rotatingIn(code, system)
  return rotating ? [...CREWS[rotating]].map((name) => `${name}班`) : []
}

/** The rotas of the demo, since the beginning of the year. */
export const demoRotas = (today: Day): (Rota & { readonly orgCode: string })[] =>
  BRANCHES.flatMap(({ code, shifts }) => {
    const rotating = rotatingIn(code, shifts)
    if (!rotating) return []
    const crews = crewsOf(code, shifts).map((name, at) => ({ name, offset: at * 2 }))
    return [{ orgCode: code, from: day(`${today.slice(0, 4)}-01-01`), cycle: CYCLES[rotating], crews }]
  })

/** Somebody on another shift for a day, or off. */
export type DemoDay = {
  readonly personNo: string
  readonly orgCode: string
  readonly day: Day
  readonly shift: string
}

/** Two people of each rotating branch who swapped: one is off tomorrow, the other works the first shift. */
export const demoDays = (roster: readonly RosterRow[], today: Day): DemoDay[] =>
  demoRotas(today).flatMap(({ orgCode, cycle }) => {
    const [one, other] = roster.filter((row) => row.orgCode.startsWith(orgCode)).slice(3, 5)
    const on = addDays(today, 1)
    return one && other
      ? [
          { personNo: one.no, orgCode: one.orgCode, day: on, shift: '' },
          { personNo: other.no, orgCode: other.orgCode, day: on, shift: cycle[0] ?? '' },
        ]
      : []
  })
