import type { Share } from '../../kit/ratio.ts'
import { type MeetingKind, meetingKindOf } from '../../meetings/rules.ts'

/** The facts that take no parameter (A3). */
export const PLAIN_FACTS = [
  'meeting.invalid',
  'meeting.attendance',
  'study.monthsUnplanned',
  'study.planDone',
  'study.unprepared',
  'dues.onTime',
  'dues.arrears',
  'joining.defects',
  'joining.admitted',
  'org.termOverdue',
  'org.vacancies',
  'target.met',
] as const
export type PlainFact = (typeof PLAIN_FACTS)[number]

/** What is counted of a branch in a period (A3). There are no other facts, and none may be added that the policy lint forbids. */
export type FactKey =
  | { readonly name: PlainFact }
  | { readonly name: 'meeting.held' | 'meeting.missed'; readonly kind: MeetingKind }
  | { readonly name: 'meeting.late'; readonly days: number }
  | { readonly name: 'manual'; readonly id: string }
export type FactName = FactKey['name']

/** A fact's exact value, or that there is none to judge by (A3). */
export type FactValue = Share | 'n/a'

/** Reads a fact as people type it, kinds of meeting in Chinese or English: `meeting.missed(支部党员大会)`; undefined when there is no such fact. */
export function parseFactKey(text: string): FactKey | undefined {
  const [, typed, argument] = /^([A-Za-z.]+)(?:\((.+)\))?$/.exec(squeeze(text)) ?? []
  const plain = PLAIN_FACTS.find((name) => name === typed)
  if (plain) return argument === undefined ? { name: plain } : undefined
  if (argument === undefined) return undefined
  if (typed === 'meeting.held' || typed === 'meeting.missed') {
    const kind = meetingKindOf(argument)
    return kind && { name: typed, kind }
  }
  if (typed === 'meeting.late')
    return /^\d{1,6}$/.test(argument) ? { name: typed, days: Number(argument) } : undefined
  return typed === 'manual' ? { name: typed, id: argument } : undefined
}

/** The one spelling of a fact, with English kinds: `meeting.missed(generalMeeting)`, `meeting.late(7)`. Equal facts show equal. */
export function showFactKey(fact: FactKey): string {
  if ('kind' in fact) return `${fact.name}(${fact.kind})`
  if ('days' in fact) return `${fact.name}(${fact.days})`
  return 'id' in fact ? `${fact.name}(${fact.id})` : fact.name
}

const TARGETS: readonly FactName[] = [
  'meeting.held',
  'joining.admitted',
  'study.planDone',
  'meeting.attendance',
]

/** Whether a target may name this fact (A3.4). */
export const mayBeTarget = (fact: FactKey): boolean => TARGETS.includes(fact.name)

/** The facts that can be n/a; any other with nothing to count is 0 (A3). */
export const ABSENT_FACTS = [
  'meeting.attendance',
  'study.planDone',
  'dues.onTime',
  'org.termOverdue',
  'target.met',
  'manual',
] as const satisfies readonly FactName[]
export type AbsentFact = (typeof ABSENT_FACTS)[number]

/** The name of a fact that can be n/a; undefined for one that cannot (A3). */
export const absentFactOf = (fact: FactKey): AbsentFact | undefined =>
  ABSENT_FACTS.find((name) => name === fact.name)

/** A known word as it is compared: NFKC, without white space. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
