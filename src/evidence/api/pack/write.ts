import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isRefused } from '../../../kit/refuse.ts'
import { PACK_README } from '../../words/readme.ts'
import { type From, type Heed, type NoPack, type Request, spoolPack } from './make.ts'
import { withFolder } from './spool.ts'
import { type Beside, zipPack } from './zip.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const PAGE = join(ROOT, 'dist', 'pack', 'index.html')
const PROGRAM = join(ROOT, 'tools', 'verifier', 'pitlamp_verify.py')

/** Takes the pack's bytes, piece by piece. */
export type Take = (bytes: Uint8Array) => void | Promise<void>

/** What lies beside `pack.json`, as it was built. */
const findBeside = (): Beside => ({
  readme: PACK_README,
  page: readFileSync(PAGE, 'utf8'),
  program: readFileSync(PROGRAM, 'utf8'),
})

/** Makes a pack and hands out its zip: nothing of it while it can still be refused. Memory does not grow with the pack. */
export const writePack = (
  from: From,
  request: Request,
  { heed, take }: { readonly heed: Heed; readonly take: Take },
): Promise<NoPack | undefined> =>
  withFolder(async (folder) => {
    const beside = findBeside()
    const spooled = await spoolPack(from, request, { folder, heed })
    if (isRefused(spooled)) return spooled
    for await (const bytes of zipPack(spooled, beside)) await take(bytes)
    return undefined
  })
