import type { InputOf, OutputOf } from '../../../kit/contract.ts'

type System = InputOf<'people.setShiftSystem'>
type Rota = Pick<InputOf<'people.setRota'>, 'cycle' | 'crews'>

/** What was typed and read, or the piece that was not understood; '' when nothing was typed. */
export type Typed<T> = { readonly read: T } | { readonly wrong: string }

const REST_WORDS = ['休', '休息', 'off']
const clockOf = (hours: string, minutes: string): string => `${hours.padStart(2, '0')}:${minutes}`

/** Shifts, one a line: `早班 08:00-16:00`; `24:00` is midnight. */
export function readShifts(text: string): Typed<System['shifts']> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const shifts: System['shifts'] = []
  for (const line of lines) {
    const parts = /^(\S+)\s+(\d{1,2})[:：](\d\d)\s*[-–—~～至到]\s*(\d{1,2})[:：](\d\d)$/.exec(line)
    const [, name = '', fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = parts ?? []
    const hours = [fromHour, toHour].map(Number)
    if (!parts || hours.some((hour) => hour > 24) || Number(fromMinute) > 59 || Number(toMinute) > 59)
      return { wrong: line }
    const ends = clockOf(toHour === '24' ? '00' : toHour, toMinute)
    shifts.push({ name, starts: clockOf(fromHour === '24' ? '00' : fromHour, fromMinute), ends })
  }
  return shifts.length === 0 ? { wrong: '' } : { read: shifts }
}

/** Shifts as they are typed. */
export const showShifts = (shifts: System['shifts']): string =>
  shifts.map(({ name, starts, ends }) => `${name} ${starts}-${ends}`).join('\n')

/** Days of the week, `6 7`; none is fine. */
export function readRestDays(text: string): Typed<number[]> {
  const days = text.split(/[\s、，,]+/).filter((one) => one !== '')
  const wrong = days.find((one) => !/^[1-7]$/.test(one))
  return wrong === undefined ? { read: [...new Set(days.map(Number))] } : { wrong }
}

/** A cycle, a day an entry: `早班 早班 休`. */
export function readCycle(text: string, shifts: readonly string[]): Typed<Rota['cycle']> {
  const entries = text.split(/[\s、，,]+/).filter((one) => one !== '')
  const cycle = entries.map((one) => (REST_WORDS.includes(one) ? '' : one))
  const wrong = cycle.find((one) => one !== '' && !shifts.includes(one))
  if (wrong !== undefined) return { wrong }
  return cycle.length === 0 ? { wrong: '' } : { read: cycle }
}

/** A cycle as it is typed. */
export const showCycle = (cycle: readonly string[]): string => cycle.map((one) => one || '休').join(' ')

/** Crews with how many days they are ahead: `甲班+0 乙班+2`. */
export function readCrews(text: string): Typed<Rota['crews']> {
  const crews: Rota['crews'] = []
  for (const one of text.split(/[\s、，,]+/).filter((part) => part !== '')) {
    const parts = /^(.+?)[+＋](\d{1,2})$/.exec(one)
    if (!parts?.[1]) return { wrong: one }
    crews.push({ name: parts[1], offset: Number(parts[2]) })
  }
  return crews.length === 0 ? { wrong: '' } : { read: crews }
}

/** Crews as they are typed. */
export const showCrews = (crews: Rota['crews']): string =>
  crews.map(({ name, offset }) => `${name}+${offset}`).join(' ')

/** A month of shifts. */
export type MonthRota = OutputOf<'people.listRota'>
/** Somebody of it. */
export type OnRota = MonthRota['people'][number]

/** How many have a shift on a day. */
export const countOn = ({ people }: MonthRota, at: number, shift: string): number =>
  people.filter(({ shifts }) => shifts[at]?.shift === shift).length
