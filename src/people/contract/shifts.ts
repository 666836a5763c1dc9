import { z } from 'zod'
import { read, write } from '../../kit/contract.ts'
import { countShape, dayShape, idOf, lineShape, monthShape } from '../../kit/shapes.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const shiftName = lineShape.min(1).max(20)
const minutes = z.number().int().min(0).max(240)

const system = {
  name: shiftName,
  underground: z.boolean(),
  /** Pre-shift meeting, changing and the way down; the way up and washing. */
  beforeMinutes: minutes,
  afterMinutes: minutes,
  /** 1 Monday to 7 Sunday: off for whoever is always on one shift. */
  restDays: z.array(z.number().int().min(1).max(7)).max(7),
  shifts: z
    .array(z.object({ name: shiftName, starts: clock, ends: clock }))
    .min(1)
    .max(8),
}
const rota = {
  from: dayShape,
  /** A shift each day, or empty: rest. */
  cycle: z.array(lineShape.max(20)).min(1).max(100),
  crews: z.array(z.object({ name: shiftName, offset: z.number().int().min(0).max(99) })).max(20),
}
const sentFile = {
  orgId: idOf<'org'>(),
  month: monthShape,
  /** A month roster, people by days, .xlsx in base64. */
  content: z.base64().max(8_000_000),
}
const read_ = z.object({
  people: countShape,
  /** Cells that say something else than the roster did; cells that say the same. */
  changed: countShape,
  same: countShape,
  refused: z.array(
    z.object({
      /** Such as `F7`. */
      cell: z.string(),
      text: z.string(),
      code: z.enum(['no-such-shift', 'no-such-person', 'name-twice', 'person-twice', 'not-a-day']),
    }),
  ),
})
const notRead = {
  'no-such-unit': 404,
  'no-shift-system': 409,
  'no-roster-sheet': 422,
  'not-a-workbook': 422,
  'old-workbook': 422,
  'macro-workbook': 422,
  'encrypted-workbook': 422,
  'damaged-workbook': 422,
  'too-large-packed': 413,
  'too-large-unpacked': 413,
  'zip-ratio': 413,
  'too-many-rows': 413,
  'too-many-parts': 413,
  'too-much-memory': 413,
  'too-slow': 413,
} as const

/** Who works when (R8.1). */
export const shiftActions = {
  listShiftSystems: read({
    about:
      'The systems of shifts of the mine, and the usual ones that are not set up yet, with hours to be changed.',
    input: z.object({}),
    output: z.object({
      systems: z.array(
        z.object({ ...system, name: z.string() }).extend({
          /** Null: offered, not in force. */
          id: idOf<'shift_system'>().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  setShiftSystem: write({
    about: 'Sets the shifts of a system, by its name, for every unit that works by it.',
    input: z.object(system),
    output: z.object({ id: idOf<'shift_system'>() }),
    refusals: { 'shift-twice': 422, 'no-hours': 422, 'shift-in-rota': 409 },
  }),
  listRota: read({
    about: 'Who of a branch or group works which shift on each day of a month, and the rota it comes of.',
    input: z.object({ orgId: idOf<'org'>(), month: monthShape }),
    output: z.object({
      /** The branch’s system; null: none is set up by the name the unit gives. */
      system: z.object({ ...system, name: z.string() }).nullable(),
      systemName: z.string(),
      /** In force on the last day of the month. */
      rota: z.object(rota).nullable(),
      days: z.array(dayShape),
      people: z.array(
        z.object({
          personId: idOf<'person'>(),
          no: z.string(),
          name: z.string(),
          /** Crew or shift as the roster has it. */
          crew: z.string(),
          /** For each day: the shift, empty for rest, null where nothing says; `isSet`: said for this day alone. */
          shifts: z.array(z.object({ shift: z.string().nullable(), isSet: z.boolean() })),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  setRota: write({
    about:
      'From a day on, the crews of a branch go through a cycle of days; what was said for single days stays.',
    input: z.object({ orgId: idOf<'org'>(), ...rota }),
    output: z.object({ id: idOf<'shift_rota'>() }),
    refusals: {
      'no-such-unit': 404,
      'not-a-branch': 422,
      'no-shift-system': 409,
      'no-such-shift': 422,
      'crew-twice': 422,
    },
  }),
  assignShift: write({
    about:
      'Says for people and days which shift they have: empty for rest, null to follow the rota again. All or nothing.',
    input: z.object({
      orgId: idOf<'org'>(),
      changes: z
        .array(z.object({ personId: idOf<'person'>(), day: dayShape, shift: lineShape.max(20).nullable() }))
        .min(1)
        .max(2000),
    }),
    output: z.object({ changed: countShape }),
    refusals: { 'no-such-unit': 404, 'no-such-person': 404, 'no-shift-system': 409, 'no-such-shift': 422 },
  }),
  previewShiftRoster: write({
    about:
      'Reads a month roster and says what bringing it in would change and which cells it refuses; changes nothing.',
    input: z.object(sentFile),
    output: read_,
    refusals: notRead,
  }),
  importShiftRoster: write({
    about:
      'Brings a month roster in: every cell that says something else than the rota; refused cells are left out.',
    input: z.object(sentFile),
    output: read_,
    refusals: notRead,
  }),
}
