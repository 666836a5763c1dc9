import type { OutputOf } from '../../../kit/contract.ts'
import type { Say } from '../../../kit/web/say.ts'
import { words } from '../../words/lateness.ts'

export type Answer = OutputOf<'evidence.findLateness'>
export type Band = Answer['bands'][number]

/** What the page shows; all of it stands in the address. `rows`: the list behind a number is open. */
export type Asked = Readonly<
  Record<'org' | 'from' | 'to' | 'rows' | 'record' | 'least' | 'most' | 'source' | 'inspection', string>
>
/** No list is open. */
export const CLOSED = { rows: '', record: '', least: '', most: '', source: '', inspection: '' } as const

export type Behind = Partial<Omit<Asked, 'org' | 'from' | 'to' | 'rows'>>

/** The address with the list behind a number open. */
export const behindPath = ({ org, from, to }: Asked, behind: Behind): string =>
  `/lateness?${new URLSearchParams({ org, from, to, rows: '1', ...behind })}`

export const sayBand = ({ from, to }: Band, say: Say): string => {
  if (to === null) return say(words.beyond, { from })
  return to === 0 ? say(words.sameDay) : say(words.band, { from, to })
}

/** A band as the list takes it. */
export const asBehind = ({ from, to }: Band): Behind => ({
  least: String(from),
  ...(to !== null && { most: String(to) }),
})
