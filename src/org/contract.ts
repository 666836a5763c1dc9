import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { countShape, dayShape, idOf, lineShape } from '../kit/shapes.ts'
import { ORG_KINDS } from './rules.ts'

export type { OrgKind } from './rules.ts'

const day = dayShape.nullable()
const unitFields = {
  name: lineShape.min(1),
  foundedOn: day,
  termFrom: day,
  termTo: day,
  shiftSystem: lineShape,
  themeDay: lineShape,
  note: lineShape,
}
export const unitShape = z.object({
  id: idOf<'org'>(),
  code: z.string(),
  kind: z.enum(ORG_KINDS),
  parentId: idOf<'org'>().nullable(),
  source: z.enum(['import', 'product']),
  ...unitFields,
})

export const contract = slice('org', {
  listUnits: read({
    about:
      'The organisation as a flat list, by code: every unit the asker may see, with the way up to the top.',
    input: z.object({}),
    output: z.object({ units: z.array(unitShape) }),
    refusals: {},
  }),
  findUnit: read({
    about: 'One unit as it stands, with the revision a change of it is begun from.',
    input: z.object({ id: idOf<'org'>() }),
    output: unitShape.extend({ rev: countShape }),
    refusals: { 'no-such-unit': 404 },
  }),
  addUnit: write({
    about: 'Adds a committee, branch or group below another unit.',
    input: z.object({
      code: lineShape.min(1),
      kind: z.enum(ORG_KINDS),
      parentId: idOf<'org'>().nullable(),
      ...unitFields,
    }),
    output: z.object({ id: idOf<'org'>() }),
    refusals: { 'code-taken': 409, 'no-such-parent': 404, 'wrong-parent': 422, 'term-backwards': 422 },
  }),
  changeUnit: write({
    about: 'Changes what is written of a unit; its code and kind stay.',
    input: z.object({
      id: idOf<'org'>(),
      rev: countShape,
      parentId: idOf<'org'>().nullable(),
      ...unitFields,
    }),
    output: z.object({}),
    refusals: {
      'no-such-unit': 404,
      'changed-meanwhile': 409,
      'no-such-parent': 404,
      'wrong-parent': 422,
      cycle: 422,
      'term-backwards': 422,
    },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    org: typeof contract
  }
}
