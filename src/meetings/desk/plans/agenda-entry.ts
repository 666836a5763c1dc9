import type { InputOf } from '../../../kit/contract.ts'
import type { AgendaKind } from '../../rules/agenda.ts'
import type { DecisionKind } from '../../rules/votes.ts'
import { words as room } from '../../words/pages.ts'
import type { Fault } from '../entry.ts'
import type { Planned } from './plan-entry.ts'

/** An item of an agenda while it is typed; `id` '' while it is new. */
export type ItemEntry = {
  readonly id: string
  readonly kind: AgendaKind
  readonly title: string
  readonly note: string
  readonly vote: DecisionKind | ''
  readonly personId: string
}

export const BLANK_ITEM: ItemEntry = {
  id: '',
  kind: 'discussion',
  title: '',
  note: '',
  vote: '',
  personId: '',
}

/** The agenda of a plan as a form. */
export const agendaOf = ({ agenda }: Pick<Planned, 'agenda'>): ItemEntry[] =>
  agenda.map(({ id, kind, title, note, vote, personId }) => ({
    ...{ id, kind, title, note },
    ...{ vote: vote ?? '', personId: personId ?? '' },
  }))

/** An agenda with one item moved up by one. */
export function raised(agenda: readonly ItemEntry[], at: number): ItemEntry[] {
  const [before, here] = [agenda[at - 1], agenda[at]]
  return before && here ? agenda.toSpliced(at - 1, 2, here, before) : [...agenda]
}

/** What must be mended of an agenda before it is sent. */
export const faultsInAgenda = (agenda: readonly ItemEntry[]): Fault[] =>
  agenda.flatMap(({ title, kind, vote }, at) => [
    ...(title.trim() === '' ? [{ path: `agenda.${at}.title`, words: room.needed }] : []),
    ...(kind === 'vote' && vote === '' ? [{ path: `agenda.${at}.vote`, words: room.needed }] : []),
  ])

/** An agenda as it is sent. */
export const agendaInput = (
  agenda: readonly ItemEntry[],
): NonNullable<InputOf<'meetings.planMeeting'>['agenda']> =>
  agenda.map(({ id, kind, title, note, vote, personId }) => ({
    ...(id && { id }),
    ...{ kind, title, note },
    vote: vote || null,
    personId: personId || null,
  }))
