import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { idOf, lineShape, textShape } from '../kit/shapes.ts'
import { FILE_KINDS } from './rules.ts'

const MOST_BASE64 = 28_000_000

const fileShape = z.object({ name: z.string(), kind: z.enum(FILE_KINDS), bytes: z.number().int() }).nullable()
const material = z.object({
  id: idOf<'material'>(),
  title: z.string(),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  addedAt: z.string(),
  file: fileShape,
})
const withdrawnShape = z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable()

export const contract = slice('library', {
  listMaterials: read({
    about:
      'Things to read, save those taken back: those of the units one belongs to, of all above and, for who leads, of all below; the latest first.',
    input: z.object({}),
    output: z.object({ materials: z.array(material) }),
    refusals: {},
  }),
  findMaterial: read({
    about: 'One thing to read, with its text; one that was taken back says so.',
    input: z.object({ id: idOf<'material'>() }),
    output: material.extend({ body: z.string(), withdrawn: withdrawnShape }),
    refusals: { 'no-such-material': 404 },
  }),
  findFile: read({
    about: 'The file of a material.',
    input: z.object({ id: idOf<'material'>() }),
    output: z.object({ name: z.string(), mime: z.string(), base64: z.string() }),
    refusals: { 'no-such-material': 404, 'no-file': 404 },
  }),
  addMaterial: write({
    about:
      'Adds something to read: a text, a file, or both. A file is what its content says and its name agrees with: PDF, Word, Excel, plain text or a picture, without macros, at most 20 MB.',
    input: z.object({
      orgId: idOf<'org'>(),
      title: lineShape.min(1),
      body: textShape,
      file: z.object({ name: lineShape.min(1), base64: z.string().max(MOST_BASE64) }).nullable(),
    }),
    output: z.object({ id: idOf<'material'>() }),
    refusals: {
      'no-such-unit': 404,
      'nothing-to-read': 422,
      'empty-file': 422,
      'file-too-large': 413,
      'wrong-file-kind': 415,
      'misnamed-file': 415,
      'damaged-file': 422,
      'file-with-macros': 422,
      'classified-mark': 422,
    },
  }),
  withdrawMaterial: write({
    about:
      'Takes a material back: it is no longer listed or offered, and stays readable, marked, where something refers to it. A reason may be given.',
    input: z.object({ id: idOf<'material'>(), why: lineShape.default('') }),
    output: z.object({}),
    refusals: { 'no-such-material': 404, 'material-withdrawn': 409 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    library: typeof contract
  }
}
