import type { ReactNode } from 'react'
import { today } from '../dates.ts'
import { useSay } from '../say.ts'
import { ui } from '../words.ts'
import { Pick } from './Choose.tsx'

const AROUND = [1, 0, -1, -2]

/** A year: the coming one, this one, or one of the two before. */
export function YearPick({
  value,
  onChange,
}: {
  value: string
  onChange: (year: string) => void
}): ReactNode {
  const say = useSay()
  const years = AROUND.map((away) => String(Number(today().slice(0, 4)) + away))
  const known = years.includes(value) ? years : [value, ...years]
  return (
    <Pick
      look="auto"
      aria-label={say(ui.year)}
      value={value}
      options={known.map((year) => ({ value: year, name: say(ui.yearOf, { year }) }))}
      onChange={onChange}
    />
  )
}

/** A year the address asks for; this year when it asks for none, or for what is no year. */
export const yearIn = (asked: string): string => (/^20\d\d$/.test(asked) ? asked : today().slice(0, 4))
