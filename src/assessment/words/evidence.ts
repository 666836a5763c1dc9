import { defectWords } from '../../joining/words/defects.ts'
import type { Day } from '../../kit/day.ts'
import { MEETING_KIND_NAMES, type MeetingKind } from '../../meetings/rules.ts'
import { type Post, postName } from '../../org/rules.ts'
import { KINDS_EN, type Sentence } from './nouns.ts'

const same = (text: string): Sentence => ({ zh: text, en: text })

/** A window of time: `2026-07`, `2026Q3`, `2026`. */
export function sayWindow(window: string): Sentence {
  const [, year = '', month, quarter] = /^(\d{4})(?:-(\d{2})|Q(\d))?$/.exec(window) ?? []
  if (month) return { zh: `${year}年${Number(month)}月`, en: window }
  return quarter
    ? { zh: `${year}年第${quarter}季度`, en: `${year} Q${quarter}` }
    : { zh: `${year}年`, en: year }
}

/** A meeting that was counted: its day, kind and subject. */
export const sayMeeting = (meeting: {
  readonly heldOn: Day
  readonly kind: MeetingKind
  readonly subject: string
}): Sentence => {
  const { heldOn, kind, subject } = meeting
  return {
    zh: [heldOn, MEETING_KIND_NAMES[kind], subject].filter(Boolean).join(' '),
    en: [heldOn, KINDS_EN[kind], subject].filter(Boolean).join(' '),
  }
}

/** A window in which a meeting was due and none was held; `group`: the name of the group whose duty it was. */
export function sayMissed(window: string, kind: MeetingKind, group: string | undefined): Sentence {
  const when = sayWindow(window)
  return {
    zh: `${when.zh}${group ? ` ${group}` : ''}没有有效的${MEETING_KIND_NAMES[kind]}`,
    en: `no valid ${KINDS_EN[kind]}${group ? ` of ${group}` : ''} in ${when.en}`,
  }
}

/** A window that is not over and in which a meeting is due. */
export function sayDue(window: string, kind: MeetingKind, group: string | undefined): Sentence {
  const when = sayWindow(window)
  return {
    zh: `${when.zh}${group ? ` ${group}` : ''}还要开${MEETING_KIND_NAMES[kind]}`,
    en: `${KINDS_EN[kind]}${group ? ` of ${group}` : ''} still to be held in ${when.en}`,
  }
}

/** A person, by name and number. */
export const sayPerson = (name: string, no: string): Sentence => same(`${name} ${no}`)

/** A defect of somebody's admission; undefined for a clause that is none. */
export function sayDefect(name: string, clause: string, on: Day): Sentence | undefined {
  const defect = defectWords[clause]
  return defect && { zh: `${name}：${defect.zh}（${on}）`, en: `${name}: ${defect.en} (${on})` }
}

/** A target that was not met. */
export const sayTarget = (no: string, task: string): Sentence => same(`${no} ${task}`)

/** A term that is over; the day may not be known any more. */
export const sayTerm = (termTo: Day | null): Sentence => ({
  zh: termTo ? `本届已于 ${termTo} 届满` : '本届已届满',
  en: termTo ? `the term ended on ${termTo}` : 'the term is over',
})

const POSTS_EN: Readonly<Record<Post, string>> = {
  secretary: 'secretary',
  deputySecretary: 'deputy secretary',
  orgCommissioner: 'organization commissioner',
  publicityCommissioner: 'publicity commissioner',
  disciplineCommissioner: 'discipline commissioner',
  youthCommissioner: 'youth commissioner',
  productionCommissioner: 'production commissioner',
  groupLeader: 'group leader',
}

/** A post without a holder. */
export const sayVacancy = (post: Post): Sentence => ({
  zh: `${postName(post)}空缺`,
  en: `no ${POSTS_EN[post]}`,
})
