import { z } from 'zod'
import { countShape, dayShape, idOf } from '../../kit/shapes.ts'
import { CATEGORIES } from '../../people/rules.ts'
import { WHY_NOT } from '../rules/expected-people.ts'
import { LEAVE_REASONS, LEAVE_STATES, PLAN_STATES } from '../rules/plans.ts'
import { ROOM_STATES, SIGNERS } from '../rules/room.ts'
import { DECISION_KINDS } from '../rules/votes.ts'
import { MEETING_KINDS } from '../rules.ts'
import { agendaItemShape } from './agenda.ts'
import { decisionShape } from './follow-up.ts'
import { toReadShape } from './plans.ts'

const sessionId = idOf<'meeting_session'>()
const by = { by: z.string(), at: z.string() }

/** Who signed in which place; `for`: the one named there, where they signed in that one's stead, else ''. */
export const signatureShape = z.object({ role: z.enum(SIGNERS), for: z.string(), ...by })

/** Those expected and those of them who came. */
export const numbers = {
  expected: countShape,
  present: countShape,
  /** Half of those expected are in the room; true where the kind asks for no half (A2.3). */
  quorate: z.boolean(),
}

/** The rule an item is voted by: present at least `num`/`den` of those expected, `strict`: more than that. */
const ruleShape = z.object({
  num: z.number().int(),
  den: z.number().int(),
  strict: z.boolean(),
  countsWritten: z.boolean(),
  isSecret: z.boolean(),
  clause: z.string(),
  source: z.string(),
  /** How many must be in the room now, and whether they are. */
  least: countShape,
  quorate: z.boolean(),
  /** How many must say yes. */
  yesNeeded: countShape,
})

const voteShape = z.object({
  id: idOf<'meeting_vote'>(),
  rule: z.enum(DECISION_KINDS),
  clause: z.string(),
  expected: countShape,
  present: countShape,
  yes: countShape,
  no: countShape,
  abstain: countShape,
  written: countShape,
  writtenYes: countShape,
  carried: z.boolean(),
  /** Why it was voted on again; '' of the first. */
  repeatWhy: z.string(),
  ...by,
})

/** A block of minutes; `rev` 0: nobody wrote it yet. */
const minuteShape = z.object({ rev: countShape, text: z.string(), ...by })

const personShape = z.object({
  personId: idOf<'person'>(),
  no: z.string(),
  /** As it was when the record was sealed. */
  name: z.string(),
  /** What they are called now; null: the same. */
  nameNow: z.string().nullable(),
  /** To find them by typing: whole, and the first letters. */
  pinyin: z.string(),
  initials: z.string(),
  /** The branch or the group they belong to. */
  orgName: z.string(),
  shift: z.string(),
  posts: z.string(),
  category: z.enum(CATEGORIES),
  isExpected: z.boolean(),
  /** Why they are not counted; null when they are (R1.3). */
  whyNot: z.enum(WHY_NOT).nullable(),
  leave: z.object({ reason: z.enum(LEAVE_REASONS), state: z.enum(LEAVE_STATES) }).nullable(),
  /** As the roll has them; null: not called yet. */
  called: z
    .object({
      state: z.enum(['present', 'absent', 'excluded']),
      reason: z.string(),
      sessionId: sessionId.nullable(),
    })
    .nullable(),
})

/** Everything the room shows. */
export const roomShape = z.object({
  id: idOf<'meeting'>(),
  no: z.string(),
  plannedId: idOf<'planned_meeting'>().nullable(),
  planState: z.enum(PLAN_STATES).nullable(),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  kind: z.enum(MEETING_KINDS),
  subject: z.string(),
  note: z.string(),
  heldOn: dayShape,
  starts: z.string(),
  ends: z.string(),
  place: z.string(),
  chair: z.string(),
  recorder: z.string(),
  lecturer: z.string(),
  hoursHundredths: z.number().int().nullable(),
  resolution: z.string(),
  absence: z.string(),
  /** The record’s revision, for `changeBlock`. */
  rev: countShape,
  roomState: z.enum(ROOM_STATES),
  openedAt: z.string().nullable(),
  /** When it was opened again after it was closed, and why; null: never. */
  reopenedAt: z.string().nullable(),
  reopenedWhy: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** The clauses of A2 it fails as it stands; empty: it will count. */
  failed: z.array(z.string()),
  recordedAfterDays: z.number().int().nullable(),
  isLate: z.boolean(),
  /** The sittings; `call` null: the roll of it was not called. `times`: what `takeRoll` has to name. */
  sessions: z.array(
    z.object({
      id: sessionId,
      day: dayShape,
      starts: z.string(),
      ends: z.string(),
      place: z.string(),
      shift: z.string(),
      call: z.object({ times: countShape, ...by }).nullable(),
    }),
  ),
  numbers: z.object({ ...numbers, called: countShape }),
  people: z.array(personShape),
  guests: z.array(z.object({ name: z.string(), origin: z.string(), sessionId: sessionId.nullable() })),
  materials: z.array(toReadShape),
  agenda: z.array(
    agendaItemShape.extend({
      rule: ruleShape.nullable(),
      votes: z.array(voteShape),
      decisions: z.array(decisionShape),
      minute: minuteShape,
    }),
  ),
  /** Decisions, and minutes, of no item. */
  decisions: z.array(decisionShape),
  minute: minuteShape,
  /** The fingerprint of the record as read: what `signMeeting` has to name. */
  digest: z.string(),
  /** `stands` false: the record was changed since; it has to be signed anew. */
  signatures: z.array(signatureShape.extend({ stands: z.boolean(), digest: z.string() })),
  /** Under which name whoever asks would sign. */
  ownName: z.string(),
  addenda: z.array(z.object({ id: idOf<'addendum'>(), text: z.string(), ...by })),
})
