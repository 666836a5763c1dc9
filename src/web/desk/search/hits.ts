import type { OutputOf } from '../../../kit/contract.ts'
import { showDay, showMonth } from '../../../kit/web/dates.ts'
import type { Language, Say, Words } from '../../../kit/web/say.ts'
import { meetingPath, searchPath } from '../../../meetings/ui/paths.ts'
import { meetingKindWords } from '../../../meetings/words/kinds.ts'
import { branchPath } from '../../../org/ui/paths.ts'
import { orgKindWords } from '../../../org/words/kinds.ts'
import { personPath } from '../../../people/ui/paths.ts'
import { words as peopleWords } from '../../../people/words/labels.ts'
import { words } from '../words.ts'

/** Something found: what it is called, what tells it apart, and where it is. */
export type Hit = { readonly id: string; readonly name: string; readonly about: string; readonly to: string }
export type Group = { readonly name: Words; readonly hits: readonly Hit[] }
export type Found = OutputOf<'home.search'>
/** A page of the desk as it can be found. */
export type Findable = { readonly to: string; readonly name: Words; readonly letters?: string | undefined }

const hasPage = (kind: Found['units'][number]['kind']): boolean =>
  kind === 'branch' || kind === 'jointBranch' || kind === 'temporaryBranch'

/** Pages whose name holds what was typed, or whose letters begin so; all of them when nothing was typed. */
export function matchPages(pages: readonly Findable[], q: string, say: Say): Hit[] {
  const typed = q.trim().toLowerCase()
  const fits = ({ name, letters = '' }: Findable): boolean =>
    !typed ||
    name.zh.includes(typed) ||
    name.en.toLowerCase().includes(typed) ||
    letters.split(' ').some((one) => one.startsWith(typed))
  return pages.filter(fits).map(({ to, name }) => ({ id: `page-${to}`, name: say(name), about: '', to }))
}

/** What the server found, kind by kind, in words. */
export function groupsOf(found: Found, say: Say, language: Language): Group[] {
  const people = found.people.map(({ id, no, name, orgName, category }) => ({
    id,
    name,
    about: `${orgName} · ${say(peopleWords[category])} · ${no}`,
    to: personPath(id),
  }))
  const units = found.units
    .filter(({ kind }) => hasPage(kind))
    .map(({ id, name, code, kind }) => ({
      id,
      name,
      about: `${say(orgKindWords[kind])} · ${code}`,
      to: branchPath(id),
    }))
  const meetings = found.meetings.map(({ id, no, kind, heldOn, subject, orgName }) => ({
    id,
    name: subject || say(meetingKindWords[kind]),
    about: `${say(meetingKindWords[kind])} · ${showDay(heldOn, language)} · ${orgName} · ${no}`,
    to: meetingPath(id),
  }))
  const cases = found.cases.map(({ id, name, branchId, orgName }) => ({
    id,
    name: say(words.caseOf, { name }),
    about: orgName,
    to: branchPath(branchId, 'cases', id),
  }))
  const plan = found.plan.map(({ id, branchId, orgName, month, subject }) => ({
    id,
    name: subject,
    about: `${showMonth(month, language)} · ${orgName}`,
    to: branchPath(branchId, 'plan', id),
  }))
  return [
    { name: words.foundPeople, hits: people },
    { name: words.foundUnits, hits: units },
    { name: words.foundMeetings, hits: meetings },
    { name: words.foundCases, hits: cases },
    { name: words.foundPlan, hits: plan },
  ]
}

/** The way to the search over what was said, for what was typed. */
export const searchHit = (q: string, say: Say): Hit => ({
  ...{ id: 'search-meetings', name: say(words.searchMeetingsFor, { q }), about: '' },
  to: searchPath(q),
})

/** Groups with something in them, pages last unless nothing else was found. */
export const shownGroups = (found: readonly Group[], pages: readonly Hit[]): Group[] =>
  [...found, { name: words.foundPages, hits: pages }].filter(({ hits }) => hits.length > 0)
