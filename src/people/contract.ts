import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import {
  countShape,
  dayShape,
  idOf,
  limitShape,
  lineShape,
  sentenceShape,
  typedNumber,
} from '../kit/shapes.ts'
import { POSTS } from '../org/rules.ts'
import { erasureActions } from './contract/erase.ts'
import { shiftActions } from './contract/shifts.ts'
import { HELD_FIELDS } from './rules/catalogue.ts'
import { CATEGORIES, DUES_CLASSES } from './rules.ts'

export type { Category, DuesClass } from './rules.ts'

export const MASKED_FIELDS = ['idNumber', 'phone', 'duesBase'] as const

/** PostgreSQL keeps no NUL. */
const position = z
  .string()
  .max(100)
  .regex(/^[^\0]*$/, 'control-character')
/** From when something holds: nobody's history goes back further. */
const since = dayShape.refine((day) => day >= '1900-01-01', 'too-early')

const standing = {
  category: z.enum(CATEGORIES),
  orgId: idOf<'org'>(),
  duesClass: z.enum(DUES_CLASSES),
  posts: lineShape,
  shift: lineShape,
}
/** Why what somebody was before ends; empty: nobody says. */
const why = lineShape
const reason = why.default('')
/** Yuan with at most two places, as people type it; empty: none. */
const base = typedNumber(/^(\d{1,7}(\.\d{1,2})?)?$/)
const identity = {
  name: lineShape.min(1),
  sex: z.enum(['男', '女', '未知', '未说明']),
  ethnicity: lineShape,
  bornOn: dayShape,
  education: lineShape,
  joinedOn: dayShape.nullable(),
  fullSince: dayShape.nullable(),
  crew: lineShape,
  note: lineShape,
}

export const contract = slice('people', {
  listPeople: read({
    about:
      'The roster as it stood on a day (today when none is given), by number, a page at a time; `q` finds by number, name, pinyin or initials.',
    input: z.object({
      orgId: idOf<'org'>().optional(),
      q: lineShape.optional(),
      category: z.enum(CATEGORIES).optional(),
      on: dayShape.optional(),
      after: position.optional(),
      limit: limitShape.default(20),
    }),
    output: z.object({
      people: z.array(
        z.object({
          id: idOf<'person'>(),
          no: z.string(),
          name: z.string(),
          /** The letters of the name: 张伟 → `zhangwei`, `zw`. */
          pinyin: z.string(),
          initials: z.string(),
          sex: z.string(),
          category: z.enum(CATEGORIES),
          orgId: idOf<'org'>(),
          orgName: z.string(),
          posts: z.string(),
          crew: z.string(),
          shift: z.string(),
          duesClass: z.enum(DUES_CLASSES),
          education: z.string(),
          note: z.string(),
          phoneMasked: z.string().nullable(),
          joinedOn: dayShape.nullable(),
          /** From when all this holds of them: a change begins then or later. Null: since always. */
          since: dayShape.nullable(),
          /** How often they were changed: a change says from which revision it was begun. */
          rev: countShape,
        }),
      ),
      /** Give it as `after` for the next page; null at the end. */
      next: z.string().nullable(),
    }),
    refusals: {},
  }),
  findPerson: read({
    about: 'One person: who they are, what they were when; sensitive values masked.',
    input: z.object({ id: idOf<'person'>() }),
    output: z.object({
      id: idOf<'person'>(),
      no: z.string(),
      ...identity,
      sex: z.string(),
      idNumberMasked: z.string().nullable(),
      phoneMasked: z.string().nullable(),
      hasDuesBase: z.boolean(),
      source: z.enum(['import', 'product']),
      recordedAt: z.string(),
      /** How often they were changed: a change says from which revision it was begun. */
      rev: countShape,
      standings: z.array(
        z.object({
          id: idOf<'standing'>(),
          from: dayShape.nullable(),
          to: dayShape.nullable(),
          ...standing,
          orgName: z.string(),
          source: z.enum(['import', 'product']),
          /** Why it ended; empty: it has not, or nobody said why. */
          whyEnded: z.string(),
        }),
      ),
      /** What they were called before, up to when; the last one last. */
      formerNames: z.array(z.object({ name: z.string(), until: z.string() })),
    }),
    refusals: { 'no-such-person': 404 },
  }),
  addPerson: write({
    about: 'Adds somebody to the roster.',
    input: z.object({
      no: lineShape.min(1),
      ...identity,
      idNumber: z.string().max(30),
      phone: lineShape,
      duesBase: base,
      from: since,
      ...standing,
    }),
    output: z.object({ id: idOf<'person'>() }),
    refusals: { 'number-taken': 409, 'no-such-unit': 404, 'bad-id-number': 422 },
  }),
  changePerson: write({
    about: 'Corrects who a person is; what they are and where is changed by `changeStanding`.',
    input: z.object({ id: idOf<'person'>(), rev: countShape, ...identity }),
    output: z.object({}),
    refusals: { 'no-such-person': 404, 'changed-meanwhile': 409 },
  }),
  changeStanding: write({
    about:
      'From a day on, a person is something else, or elsewhere: category, unit, posts, shift, class and base of dues. The history before stays.',
    input: z.object({
      personId: idOf<'person'>(),
      rev: countShape,
      from: since,
      ...standing,
      duesBase: base.optional(),
      reason,
    }),
    output: z.object({ id: idOf<'standing'>() }),
    refusals: {
      'no-such-person': 404,
      'no-such-unit': 404,
      'changed-meanwhile': 409,
      'before-last-change': 409,
      'wrong-category-step': 422,
    },
  }),
  amendPerson: write({
    about:
      'Writes what may be written in the roster itself: phone, crew, education, note. What is not given stays; an empty phone is none.',
    input: z.object({
      id: idOf<'person'>(),
      rev: countShape,
      phone: lineShape.optional(),
      crew: lineShape.optional(),
      education: lineShape.optional(),
      note: lineShape.optional(),
    }),
    output: z.object({}),
    refusals: { 'no-such-person': 404, 'changed-meanwhile': 409 },
  }),
  changeStandings: write({
    about:
      'From a day on, several people work another shift or stand in another unit; everything else of them stays. All of them or nobody.',
    input: z
      .object({
        personIds: z.array(idOf<'person'>()).min(1).max(500),
        from: since,
        shift: lineShape.optional(),
        orgId: idOf<'org'>().optional(),
        reason,
      })
      .refine(({ shift, orgId }) => shift !== undefined || orgId !== undefined, 'invalid-value'),
    output: z.object({ changed: z.number().int() }),
    refusals: {
      'no-such-person': 404,
      'no-such-unit': 404,
      'before-last-change': 409,
      'not-on-roster': 409,
    },
  }),
  endStanding: write({
    about:
      'The last day somebody was on the roster here: they moved away, left or died. The history stays; a later change takes them in again.',
    input: z.object({ personId: idOf<'person'>(), lastDay: since, reason: why.min(1) }),
    output: z.object({}),
    refusals: { 'no-such-person': 404, 'before-last-change': 409, 'not-on-roster': 409 },
  }),
  ...erasureActions,
  listPosts: read({
    about:
      'Each branch on a day (today when none is given): its members, who holds which post, and the required posts nobody holds (A3.3).',
    input: z.object({ on: dayShape.optional() }),
    output: z.object({
      branches: z.array(
        z.object({
          branchId: idOf<'org'>(),
          full: z.number().int(),
          probationary: z.number().int(),
          holders: z.array(
            z.object({
              personId: idOf<'person'>(),
              name: z.string(),
              /** The branch itself, or a group of it. */
              orgId: idOf<'org'>(),
              /** As the roster has it. */
              posts: z.string(),
            }),
          ),
          vacant: z.array(z.enum(POSTS)),
        }),
      ),
    }),
    refusals: {},
  }),
  findMine: read({
    about:
      'What is held about me, field by field, with its purpose and who may read it; what I was when; who saw a masked value of mine, when and why.',
    input: z.object({}),
    output: z.object({
      id: idOf<'person'>(),
      name: z.string(),
      fields: z.array(
        z.object({
          field: z.enum(HELD_FIELDS),
          name: sentenceShape,
          /** As it is shown; a sensitive one masked; empty: nothing is held. */
          value: z.string(),
          isMasked: z.boolean(),
          purpose: sentenceShape,
          clause: z.string(),
          /** Who may read it as it stands here, by role. */
          readers: z.array(sentenceShape),
          /** Who may see it unmasked, for a reason that is sealed; empty where nothing is masked. */
          unmaskers: z.array(sentenceShape),
        }),
      ),
      standings: z.array(
        z.object({
          from: dayShape.nullable(),
          to: dayShape.nullable(),
          category: z.enum(CATEGORIES),
          orgName: z.string(),
          posts: z.string(),
          shift: z.string(),
          whyEnded: z.string(),
        }),
      ),
      unmaskings: z.array(
        z.object({
          id: idOf<'unmasking'>(),
          field: z.enum(MASKED_FIELDS),
          name: sentenceShape,
          at: z.string(),
          byName: z.string(),
          reason: z.string(),
        }),
      ),
    }),
    refusals: { 'not-on-the-roster': 404 },
  }),
  unmask: write({
    about: 'Shows one masked value for a stated reason; who saw what, when and why is sealed in the journal.',
    input: z.object({ personId: idOf<'person'>(), field: z.enum(MASKED_FIELDS), reason: lineShape.min(1) }),
    output: z.object({ value: z.string() }),
    refusals: { 'no-such-person': 404, 'unmasking-off': 409, 'nothing-there': 404 },
  }),
  ...shiftActions,
})

declare module '../kit/contract.ts' {
  interface Contracts {
    people: typeof contract
  }
}
