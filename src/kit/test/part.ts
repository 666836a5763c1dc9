import { LIMITS } from '../excel/workbook.ts'
import { openZip, unpack } from '../excel/zip.ts'
import { isRefused } from '../refuse.ts'

/** A part of a Word file, as text. */
export async function partOf(docx: Uint8Array, name: string): Promise<string> {
  const parts = await openZip(docx, LIMITS)
  const part = isRefused(parts) ? undefined : parts.get(name)
  if (!part) throw new Error(`no ${name}`)
  const chunks: Uint8Array[] = []
  await unpack(part, LIMITS, (chunk) => void chunks.push(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
