/** The process in which papers are set: it holds fonts and compilers, so that the server does not. */
import type { Paper } from '../paper.ts'

export type Asked = { readonly id: number; readonly paper: Paper; readonly format: 'docx' | 'pdf' }
export type Said = { readonly id: number; readonly bytes?: Uint8Array; readonly fault?: string }

async function set({ paper, format }: Asked): Promise<Uint8Array> {
  if (format === 'docx') return (await import('./word.ts')).setWord(paper)
  return (await import('./pdf.ts')).setPdf(paper)
}

process.on('message', async (asked: Asked) => {
  const { id } = asked
  const said: Said = await set(asked).then(
    (bytes) => ({ id, bytes }),
    (error: unknown) => ({ id, fault: String(error).slice(0, 500) }),
  )
  process.send?.(said)
})
process.on('disconnect', () => process.exit())
