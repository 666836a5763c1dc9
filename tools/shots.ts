/**
 * `npm run shots [-- page …] [--every] [--out DIR]`: photographs the pages into docs/shots, each page and state once; with `--every` in
 * every width, look and language, into DIR. A picture is written only when it changed. Exit code 1 when a page shows what no page may.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser } from '../src/server/browser.ts'
import { PAGES } from './shots/pages.ts'
import { drawPictures, everyPicture, fileOf, LOOKS, type Picture } from './shots/pictures.ts'
import { setScene } from './shots/scene.ts'
import { drawSheet } from './shots/sheet.ts'
import { shoot } from './shots/shoot.ts'

const SHOTS = fileURLToPath(new URL('../docs/shots', import.meta.url))
const { values, positionals } = parseArgs({
  options: { every: { type: 'boolean', default: false }, out: { type: 'string' } },
  allowPositionals: true,
})
const folder = values.out ?? SHOTS
if (values.every && !values.out) throw new Error('--every wants --out DIR: such pictures are not kept')
const isAsked = ({ page }: Picture): boolean => positionals.length === 0 || positionals.includes(page.name)
const drawn = drawPictures(PAGES)
const pictures = (values.every ? everyPicture(PAGES) : drawn).filter(isAsked)
const nameOf = (picture: Picture): string =>
  values.every
    ? fileOf(picture).replace('.webp', `-${picture.width}-${picture.look}-${picture.language}.webp`)
    : fileOf(picture)

mkdirSync(folder, { recursive: true })
const scene = await setScene()
const browser = await openBrowser()
let changed = 0
let faulty = 0
const queue = [...pictures]

async function work(): Promise<void> {
  for (let picture = queue.shift(); picture; picture = queue.shift()) {
    const { bytes, faults } = await shoot(browser, scene, picture)
    const name = nameOf(picture)
    for (const fault of faults)
      console.log(`✗ ${name} (${picture.width}, ${picture.look}, ${picture.language}): ${fault}`)
    faulty += faults.length > 0 ? 1 : 0
    const file = join(folder, name)
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue
    writeFileSync(file, bytes)
    changed += 1
  }
}

try {
  await Promise.all([work(), work()])
  if (!values.every && positionals.length === 0) {
    const known = new Set([...drawn.map(fileOf), ...LOOKS.map((look) => `sheet-${look}.webp`)])
    for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name))
    for (const look of LOOKS) {
      const sheet = await drawSheet(
        browser,
        folder,
        drawn.filter((picture) => picture.look === look),
      )
      writeFileSync(join(folder, `sheet-${look}.webp`), sheet)
    }
  }
} finally {
  await browser.close()
  await scene.close()
}
console.log(`${pictures.length} pictures, ${changed} changed, ${faulty} with faults`)
process.exitCode = faulty > 0 ? 1 : 0
