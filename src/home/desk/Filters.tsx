import type { ReactNode } from 'react'
import { today } from '../../kit/web/dates.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
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

type Option = { readonly value: string; readonly name: string }

function Pick(of: {
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
}): ReactNode {
  return (
    <select
      className="input auto"
      aria-label={of.label}
      title={of.label}
      value={of.value}
      onChange={({ target }) => of.onChange(target.value)}
    >
      {of.options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** What the overview shows; all of it stands in the address. */
export function Filters({
  asked,
  set,
  units,
}: {
  asked: Asked
  set: (change: Partial<Asked>) => void
  units: readonly Unit[]
}): ReactNode {
  const say = useSay()
  const above = units.filter(({ kind }) => kind === 'generalBranch')
  const year = Number(today().slice(0, 4))
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
      {above.length > 0 && (
        <Pick
          label={say(words.under)}
          value={asked.under}
          options={[
            { value: '', name: say(words.allUnder) },
            ...above.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(under) => set({ under })}
        />
      )}
      <Pick
        label={say(words.order)}
        value={asked.sort || 'code'}
        options={orders.map((order) => ({ value: order, name: say(ORDER_WORDS[order]) }))}
        onChange={(sort) => set({ sort: sort === 'code' ? '' : sort })}
      />
      <Pick
        label={say(words.year)}
        value={asked.year}
        options={[year, year - 1, year - 2].map((one) => ({
          value: String(one),
          name: say(words.yearOf, { year: one }),
        }))}
        onChange={(chosen) => set({ year: chosen })}
      />
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
