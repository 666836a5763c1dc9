import { expect, test } from 'vitest'
import * as accessDesk from '../../access/words/desk.ts'
import * as door from '../../access/words/door.ts'
import * as access from '../../access/words/pages.ts'
import * as compare from '../../assessment/words/compare.ts'
import * as facts from '../../assessment/words/facts.ts'
import * as assessment from '../../assessment/words/pages.ts'
import * as dues from '../../dues/words/pages.ts'
import * as homeJournal from '../../home/words/journal.ts'
import * as open from '../../home/words/open.ts'
import * as home from '../../home/words/pages.ts'
import * as settings from '../../home/words/settings.ts'
import * as joiningPages from '../../joining/words/pages.ts'
import * as joining from '../../joining/words/steps.ts'
import * as journal from '../../journal/words/pages.ts'
import * as proof from '../../journal/words/proof.ts'
import * as kit from '../../kit/web/words.ts'
import * as imports from '../../ledger/words/imports.ts'
import * as ledger from '../../ledger/words/pages.ts'
import * as libraryDesk from '../../library/words/desk.ts'
import * as library from '../../library/words/pages.ts'
import * as followUp from '../../meetings/words/follow-up.ts'
import * as kinds from '../../meetings/words/kinds.ts'
import * as leave from '../../meetings/words/leave.ts'
import * as listed from '../../meetings/words/listed.ts'
import * as meetings from '../../meetings/words/pages.ts'
import * as planning from '../../meetings/words/planning.ts'
import * as plans from '../../meetings/words/plans.ts'
import * as proposing from '../../meetings/words/proposing.ts'
import * as room from '../../meetings/words/room.ts'
import * as org from '../../org/words/kinds.ts'
import * as posts from '../../org/words/posts.ts'
import * as catalogue from '../../people/words/catalogue.ts'
import * as people from '../../people/words/pages.ts'
import * as shifts from '../../people/words/shifts.ts'
import * as study from '../../study/words/pages.ts'
import * as voice from '../../voice/words/pages.ts'
import * as looks from '../words.ts'
import * as desk from './words.ts'

type Said = { readonly at: string; readonly zh: string; readonly en: string }

function saidIn(table: unknown, at: string): Said[] {
  if (typeof table !== 'object' || table === null) return []
  if ('zh' in table && 'en' in table) return [{ at, zh: String(table.zh), en: String(table.en) }]
  return Object.entries(table).flatMap(([name, value]) => saidIn(value, `${at}.${name}`))
}

const tables = {
  access,
  accessDesk,
  door,
  looks,
  leave,
  assessment,
  compare,
  desk,
  dues,
  facts,
  followUp,
  home,
  homeJournal,
  joining,
  joiningPages,
  study,
  journal,
  kinds,
  kit,
  library,
  libraryDesk,
  catalogue,
  planning,
  proposing,
  shifts,
  plans,
  room,
  voice,
  imports,
  ledger,
  listed,
  meetings,
  org,
  people,
  posts,
  settings: settings.words,
  rules: settings.ruleWords,
  proof,
  open,
}
const all = saidIn(tables, 'words')
const blanksIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort()

test('there are words to look at', () => expect(all.length).toBeGreaterThan(400))

test.each(all)('$at speaks both languages and leaves the same blanks', ({ zh, en }) => {
  expect(zh).not.toBe('')
  expect(en).not.toBe('')
  expect(blanksIn(en)).toEqual(blanksIn(zh))
})

test('nothing is shouted', () => expect(all.filter(({ zh, en }) => /[!！]/.test(zh + en))).toEqual([]))

const NAMES_BOTH = /otherLanguage|ledgerWords|sexWords/
test('English is English, but for terms that have none', () => {
  const chinese = all.filter(({ at, en }) => /\p{Script=Han}/u.test(en) && !NAMES_BOTH.test(at))
  expect(chinese.filter(({ en }) => !/[a-z]/i.test(en))).toEqual([])
})
