import type { Paper } from '../../kit/paper.ts'
import { type PaperFormat, setPaper } from '../../kit/typeset/typeset.ts'

/** A file to be saved; `content` is base64. */
export type PaperFile = { readonly fileName: string; readonly content: string }

/** A title as the name of a file. */
export const nameOf = (title: string): string => title.replace(/\n/g, '').replace(/[\\/:*?"<>|]/g, ' ')

/** The paper as a file, named by its title. */
export async function fileOf(paper: Paper, format: PaperFormat): Promise<PaperFile> {
  const bytes = await setPaper(paper, format)
  return { fileName: `${nameOf(paper.title)}.${format}`, content: Buffer.from(bytes).toString('base64') }
}
