import { useRead } from '../../../kit/web/read.ts'
import { COMMA, type Language, useLanguage, useSay } from '../../../kit/web/say.ts'
import type { FieldSaid } from '../../../kit/web/ui/Correction.tsx'
import { meetingKindWords } from '../../words/kinds.ts'
import { words } from '../../words/planning.ts'
import { sayTimes } from '../../words/times.ts'
import type { PlanEntry, Planned, SessionEntry } from './plan-entry.ts'

const sessionSaid = ({ day, place, shift, ...times }: SessionEntry, language: Language): string =>
  [day, sayTimes(times, language), place, shift].filter(Boolean).join(' ')

/** A plan in words, field by field, to be read beside another version. */
export function usePlanSaid({ materials }: Planned): (entry: PlanEntry) => FieldSaid[] {
  const say = useSay()
  const language = useLanguage()
  const listed = useRead('library.listMaterials', {}).data?.materials ?? []
  const titleOf = (id: string): string => [...listed, ...materials].find((one) => one.id === id)?.title ?? ''
  return ({ kind, subject, sessions, agenda, note, materialIds }) => [
    { name: say(words.kind), value: kind && say(meetingKindWords[kind]) },
    { name: say(words.subject), value: subject },
    ...sessions.map((session, at) => ({
      name: say(words.session, { n: at + 1 }),
      value: sessionSaid(session, language),
    })),
    ...agenda.map(({ title }, at) => ({ name: say(words.item, { n: at + 1 }), value: title })),
    { name: say(words.note), value: note },
    { name: say(words.toRead), value: materialIds.map(titleOf).join(say(COMMA)) },
  ]
}
