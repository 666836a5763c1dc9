import { duesFacts } from '../../dues/facts.ts'
import { admitted, defects } from '../../joining/facts.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import {
  attendance,
  countMeetings,
  held,
  invalid,
  isMeetingFact,
  late,
  type MeetingFact,
  missed,
} from '../../meetings/facts/sources.ts'
import { type Counts, type FactSource, type Scope, termOverdue } from '../../org/facts.ts'
import { vacancies } from '../../people/facts.ts'
import { monthsUnplanned, planDone, unprepared } from '../../study/facts.ts'
import { type FactKey, type PlainFact, showFactKey } from '../rules/fact-keys.ts'
import { manual } from './manual.ts'
import { targetMet } from './targets.ts'

/** Everything a scheme may count (A3). The keys open the bases of dues. */
export type Facts = {
  /** What counts a fact and lists its evidence. */
  readonly sourceOf: (fact: FactKey) => FactSource
  /** Values of several facts over one scope, by their one spelling; a branch without a value has 0. */
  readonly countFacts: (db: Db, scope: Scope, facts: readonly FactKey[]) => Promise<Map<string, Counts>>
  readonly listExcluded: ReturnType<typeof duesFacts>['listExcluded']
}

export function factsWith(keys: Keys): Facts {
  const dues = duesFacts(keys)

  const countFacts: Facts['countFacts'] = async (db, scope, facts) => {
    const sources = new Map(facts.map((fact) => [showFactKey(fact), sourceOf(fact)]))
    const counted = new Map<string, Counts>()
    const meetings: [string, MeetingFact][] = []
    for (const [name, source] of sources) {
      if (isMeetingFact(source)) meetings.push([name, source])
      else counted.set(name, await source.count(db, scope))
    }
    const ofMeetings = meetings.map(([, fact]) => fact)
    const values = ofMeetings.length > 0 ? await countMeetings(db, scope, ofMeetings) : []
    for (const [at, counts] of values.entries()) counted.set(meetings[at]?.[0] ?? '', counts)
    return counted
  }

  const plain: Readonly<Record<PlainFact, FactSource>> = {
    'meeting.invalid': invalid,
    'meeting.attendance': attendance,
    'study.monthsUnplanned': monthsUnplanned,
    'study.planDone': planDone,
    'study.unprepared': unprepared,
    'dues.onTime': dues.onTime,
    'dues.arrears': dues.arrears,
    'joining.defects': defects,
    'joining.admitted': admitted,
    'org.termOverdue': termOverdue,
    'org.vacancies': vacancies,
    'target.met': targetMet(countFacts),
  }

  function sourceOf(fact: FactKey): FactSource {
    if ('kind' in fact) return fact.name === 'meeting.held' ? held(fact.kind) : missed(fact.kind)
    if ('days' in fact) return late(fact.days)
    return 'id' in fact ? manual(fact.id) : plain[fact.name]
  }
  return { sourceOf, countFacts, listExcluded: dues.listExcluded }
}
