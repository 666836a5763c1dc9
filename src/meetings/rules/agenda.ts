import { type Refused, refuse } from '../../kit/refuse.ts'
import type { MeetingKind } from '../rules.ts'
import { type DecisionKind, decisionsOf } from './votes.ts'

/** What an item of an agenda is. */
export const AGENDA_KINDS = ['report', 'discussion', 'vote'] as const
export type AgendaKind = (typeof AGENDA_KINDS)[number]

/** So many items has an agenda at most. */
export const MOST_ITEMS = 60

/** An item as it is judged; `vote`: what is decided, null where nothing is. */
export type AgendaItem = { readonly kind: AgendaKind; readonly vote: DecisionKind | null }

/**
 * Whether a meeting of a kind with so many sittings may deal with these items: a vote says what is decided, only where that is decided, and
 * everybody votes in one sitting (R1.3).
 */
export function checkAgenda(
  items: readonly AgendaItem[],
  { kind, sittings }: { readonly kind: MeetingKind; readonly sittings: number },
): 'fine' | Refused<'vote-unnamed' | 'vote-not-here' | 'votes-need-one-sitting'> {
  const votes = items.filter((item) => item.kind === 'vote')
  if (items.some((item) => (item.kind === 'vote') !== (item.vote !== null)))
    return refuse('vote-unnamed', 'R1.3')
  const decided = decisionsOf(kind)
  if (votes.some(({ vote }) => vote !== null && !decided.includes(vote)))
    return refuse('vote-not-here', 'R1.3')
  return votes.length > 0 && sittings > 1 ? refuse('votes-need-one-sitting', 'R1.3', { sittings }) : 'fine'
}
