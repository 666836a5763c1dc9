import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { dayShape, idOf, lineShape, monthShape, sentenceShape, yearShape } from '../kit/shapes.ts'
import { dutyRowShape } from '../meetings/contract/duties.ts'
import { MEETING_KINDS } from '../meetings/rules.ts'
import { ORG_KINDS } from '../org/rules.ts'
import { CATEGORIES } from '../people/rules.ts'
import { CHECK_STATES, CHECKS } from './rules/machine.ts'
import { OPEN_KINDS, OPEN_STATES } from './rules/open.ts'

const branchShape = z.object({
  id: idOf<'org'>(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(ORG_KINDS),
})
/** What somebody owes or may do. */
export const CARD_KINDS = [
  'privacy',
  'meeting',
  'promise',
  'rectification',
  'dues',
  'makeUp',
  'step',
] as const
/** What was answered. */
export const ANSWER_KINDS = ['leave', 'voice'] as const

const memberCounts = z.object({ full: z.number().int(), probationary: z.number().int() })

export const contract = slice('home', {
  findOverview: read({
    about:
      'Every branch the asker may see with its year: one strip of duties each, by code, and how many are due or missed.',
    input: z.object({ year: yearShape }),
    output: z.object({
      today: dayShape,
      branches: z.array(
        branchShape.extend({
          members: memberCounts,
          secretary: z.string(),
          /** Windows missed, and windows due now. */
          missed: z.number().int(),
          due: z.number().int(),
          late: z.number().int(),
          duties: z.array(dutyRowShape.omit({ source: true })),
        }),
      ),
    }),
    refusals: {},
  }),
  findBranch: read({
    about:
      'One branch: who leads it, its term, its duties of the year, and how many records of each kind it has.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape }),
    output: branchShape.extend({
      parentName: z.string().nullable(),
      foundedOn: dayShape.nullable(),
      termFrom: dayShape.nullable(),
      termTo: dayShape.nullable(),
      shiftSystem: z.string(),
      themeDay: z.string(),
      today: dayShape,
      members: memberCounts,
      secretary: z.string(),
      /** Posts that must be held and are not (A3.3). */
      vacancies: z.array(z.string()),
      groups: z.array(z.object({ id: idOf<'org'>(), code: z.string(), name: z.string() })),
      duties: z.array(dutyRowShape),
      /** Its meetings to come, and those of its groups, the soonest first. */
      planned: z.array(
        z.object({
          id: z.string(),
          branchId: z.string(),
          orgId: z.string(),
          kind: z.string(),
          day: dayShape,
        }),
      ),
      counts: z.object({
        meetings: z.number().int(),
        people: z.number().int(),
        payments: z.number().int(),
        cases: z.number().int(),
        planRows: z.number().int(),
        targets: z.number().int(),
      }),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  findOpen: read({
    about:
      'What is due and what is at risk today in the branches the asker may see; the same thing of many branches in one line, the soonest first.',
    input: z.object({}),
    output: z.object({
      today: dayShape,
      /** How many branches were looked at. */
      branches: z.number().int(),
      lines: z.array(
        z.object({
          kind: z.enum(OPEN_KINDS),
          state: z.enum(OPEN_STATES),
          /** A kind of meeting, a step, a month, a post, a planned meeting. */
          what: z.string(),
          /** The last day in time; null when there is none. */
          until: dayShape.nullable(),
          count: z.number().int(),
          /** Whether a meeting is planned in time for it, in each of these branches. */
          isPlanned: z.boolean(),
          branches: z.array(
            z.object({
              branchId: z.string(),
              branchName: z.string(),
              groupId: z.string().nullable(),
              groupName: z.string().nullable(),
              name: z.string(),
              count: z.number().int(),
              planned: z.object({ id: z.string(), day: dayShape }).nullable(),
            }),
          ),
        }),
      ),
    }),
    refusals: {},
  }),
  search: read({
    about:
      'People by number, name, pinyin or initials, and units, meetings, admission cases and plan rows by number or subject; a few of each, of what the asker may see.',
    input: z.object({ q: lineShape.min(1) }),
    output: z.object({
      people: z.array(
        z.object({
          id: idOf<'person'>(),
          no: z.string(),
          name: z.string(),
          category: z.enum(CATEGORIES),
          orgName: z.string(),
        }),
      ),
      units: z.array(branchShape.extend({ parentName: z.string().nullable() })),
      meetings: z.array(
        z.object({
          id: idOf<'meeting'>(),
          no: z.string(),
          kind: z.enum(MEETING_KINDS),
          heldOn: dayShape,
          subject: z.string(),
          orgName: z.string(),
        }),
      ),
      cases: z.array(
        z.object({
          id: idOf<'admission_case'>(),
          personId: idOf<'person'>(),
          name: z.string(),
          branchId: idOf<'org'>(),
          orgName: z.string(),
        }),
      ),
      plan: z.array(
        z.object({
          id: idOf<'study_plan_row'>(),
          branchId: idOf<'org'>(),
          orgName: z.string(),
          month: monthShape,
          subject: z.string(),
        }),
      ),
    }),
    refusals: {},
  }),
  findToday: read({
    about:
      'Today for me: name, shift and day; at most three cards of what I owe or may do; then what was answered to me.',
    input: z.object({}),
    output: z.object({
      name: z.string(),
      /** As the roster has it; empty: none. */
      shift: z.string(),
      day: dayShape,
      cards: z
        .array(
          z.object({
            kind: z.enum(CARD_KINDS),
            /** The planned meeting of a `meeting` card, the decision of a `promise`, the finding of a `rectification`, the meeting of a `makeUp`; null for the others. */
            id: z.string().nullable(),
            title: sentenceShape,
            text: sentenceShape,
            /** By when; null: whenever. */
            by: dayShape.nullable(),
          }),
        )
        .max(3),
      answered: z.array(
        z.object({
          kind: z.enum(ANSWER_KINDS),
          /** The planned meeting the leave was asked from, or the voice. */
          id: z.string(),
          at: z.string(),
          title: sentenceShape,
          text: sentenceShape,
        }),
      ),
    }),
    refusals: {},
  }),
  findHouse: read({
    about:
      'The machine as its administrators see it: each check with its sentence, and the last backup the command made; null: none was made here.',
    input: z.object({}),
    output: z.object({
      checks: z.array(
        z.object({ check: z.enum(CHECKS), state: z.enum(CHECK_STATES), sentence: sentenceShape }),
      ),
      backup: z
        .object({
          at: z.string(),
          /** Where it was written to, on the server. */
          file: z.string(),
          bytes: z.number().int(),
          rows: z.number().int(),
        })
        .nullable(),
    }),
    refusals: {},
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    home: typeof contract
  }
}
