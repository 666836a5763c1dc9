import { parseFactKey } from '../../../assessment/rules/fact-keys.ts'
import { parseRule } from '../../../assessment/rules/scheme.ts'
import type { SchemeRow } from '../../../assessment/sheets.ts'
import { addDays, addMonths, type Day, day, type Span } from '../../../kit/day.ts'
import type { Decimal } from '../../../kit/excel/cells.ts'
import type { RowOf } from '../../../kit/excel/form.ts'
import type { Ledger } from '../../rules.ts'
import type { FORMS } from '../forms.ts'
import { SCHEME } from './branches.ts'
import { dice } from './people.ts'
import { demoPeople, demoUnits } from './roster.ts'
import { demoDues, demoMeetings, demoStudy, demoTargets } from './year.ts'

/** The nine ledgers of a mine that does not exist. */
export type DemoRows = { readonly [L in Ledger]: readonly RowOf<(typeof FORMS)[L]>[] }

const MONTHS = 9

/** The nine months before this one and what has passed of it. */
function spanBefore(today: Day): Span {
  const thisMonth = day(`${today.slice(0, 7)}-01`)
  return { first: addMonths(thisMonth, -MONTHS), last: addDays(today, -1) }
}

function demoScheme(): SchemeRow[] {
  return SCHEME.flatMap(([heading, title, of, factText, ruleText, parameters, basis], at): SchemeRow[] => {
    const [fact, rule] = [parseFactKey(factText), parseRule(ruleText)]
    if (!fact || !rule) throw new Error(`the demo scheme has a bad row: ${title}`)
    return [{ no: String(at + 1), heading, title, of: of as Decimal, fact, rule, parameters, basis }]
  })
}

/**
 * Thirty branches, about a thousand people and nine months of records up to yesterday, with differences one can see.
 * The same seed and day give the same mine.
 */
export function demoRows(today: Day, seed = 20_260_701): DemoRows {
  const roll = dice(seed)
  const span = spanBefore(today)
  const org = demoUnits(roll, today)
  const { roster, joining } = demoPeople(roll, today)
  const meetings = demoMeetings(roll, span)
  return {
    org,
    roster,
    meetings,
    dues: demoDues(roll, span, roster),
    joining,
    targets: demoTargets(day(`${today.slice(0, 4)}-12-31`)),
    study: demoStudy(roll, span, meetings),
    scheme: demoScheme(),
    grades: [],
  }
}
