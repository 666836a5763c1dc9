import { LIMITS } from '../excel/workbook.ts'
import { openZip, unpack } from '../excel/zip.ts'
import { isRefused } from '../refuse.ts'

/** A part of a Word file, as text. */
export const partOf = async (docx: Uint8Array, name: string): Promise<string> =>
  (await bytesOfPart(docx, name)).toString('utf8')

/** The pictures of a Word file, in their order. */
export async function picturesIn(docx: Uint8Array): Promise<Buffer[]> {
  const parts = await openZip(docx, LIMITS)
  const names = isRefused(parts) ? [] : [...parts.keys()].filter((name) => name.startsWith('word/media/'))
  return Promise.all(names.toSorted().map((name) => bytesOfPart(docx, name)))
}

async function bytesOfPart(docx: Uint8Array, name: string): Promise<Buffer> {
  const parts = await openZip(docx, LIMITS)
  const part = isRefused(parts) ? undefined : parts.get(name)
  if (!part) throw new Error(`no ${name}`)
  const chunks: Uint8Array[] = []
  await unpack(part, LIMITS, (chunk) => void chunks.push(chunk))
  return Buffer.concat(chunks)
}
