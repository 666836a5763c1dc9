import type { ReactNode } from 'react'
import { today } from '../../kit/web/dates.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Pick } from '../../kit/web/ui/Choose.tsx'
import type { Unit } from '../../org/ui/units.ts'
import { words } from '../words/pages.ts'
import type { Order } from './overview.ts'

export type Asked = Readonly<Record<'year' | 'q' | 'under' | 'open' | 'sort', string>>
export const INITIAL: Asked = { year: '', q: '', under: '', open: '', sort: '' }

const ORDER_WORDS: Readonly<Record<Order, Words>> = {
  code: words.byCode,
  missed: words.byMissed,
  due: words.byDue,
  late: words.byLate,
}
const orders: readonly Order[] = ['code', 'missed', 'due', 'late']
const YEARS_BACK = [0, 1, 2]

type Shown = {
  readonly asked: Asked
  readonly set: (change: Partial<Asked>) => void
  readonly units: readonly Unit[]
}

function Under({ asked, set, units }: Shown): ReactNode {
  const say = useSay()
  const above = units
    .filter(({ kind }) => kind === 'generalBranch')
    .map(({ id, name }) => ({ value: String(id), name }))
  if (above.length === 0) return null
  return (
    <Pick
      look="auto"
      aria-label={say(words.under)}
      value={asked.under}
      blank={say(words.allUnder)}
      options={above}
      onChange={(under) => set({ under })}
    />
  )
}

function OrderAndYear({ asked, set }: Shown): ReactNode {
  const say = useSay()
  const years = YEARS_BACK.map((back) => String(Number(today().slice(0, 4)) - back))
  return (
    <>
      <Pick
        look="auto"
        aria-label={say(words.order)}
        value={asked.sort || 'code'}
        options={orders.map((order) => ({ value: order, name: say(ORDER_WORDS[order]) }))}
        onChange={(sort) => set({ sort: sort === 'code' ? '' : sort })}
      />
      <Pick
        look="auto"
        aria-label={say(words.year)}
        value={asked.year}
        options={years.map((year) => ({ value: year, name: say(words.yearOf, { year }) }))}
        onChange={(year) => set({ year })}
      />
    </>
  )
}

/** What the overview shows; all of it stands in the address. */
export function Filters(shown: Shown): ReactNode {
  const say = useSay()
  const { asked, set } = shown
  return (
    <search className="row unprinted filters">
      <input
        type="search"
        className="input finder"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={asked.q}
        onChange={({ target }) => set({ q: target.value })}
      />
      <Under {...shown} />
      <OrderAndYear {...shown} />
      <label className="choice">
        <input
          type="checkbox"
          checked={asked.open !== ''}
          onChange={({ target }) => set({ open: target.checked ? 'yes' : '' })}
        />
        {say(words.openOnly)}
      </label>
    </search>
  )
}
