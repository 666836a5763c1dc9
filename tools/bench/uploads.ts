import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { writeWorkbook } from '../../src/kit/excel/write.ts'
import { zip } from '../../src/kit/excel/zip-write.ts'
import { addCaller } from './callers.ts'
import { tellChild } from './child.ts'
import { withClient } from './client.ts'
import type { Heap } from './heap-probe.ts'
import type { Line, Measure } from './measure.ts'
import { fillMine } from './mine.ts'
import { median, showMib, showMs, timed } from './numbers.ts'
import { residentBytes } from './proc.ts'
import { type Product, startProduct } from './product.ts'

const MOST_MS = 2000
const RUNS = 5
const MB = 1024 * 1024

const SHEET = 'xl/worksheets/sheet1.xml'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook whose one sheet is these bytes. */
const workbookOf = (sheet: string | Uint8Array): Buffer =>
  Buffer.from(
    zip(
      new Map<string, string | Uint8Array>([
        [
          '_rels/.rels',
          `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        ],
        [
          'xl/workbook.xml',
          `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="党员名册" sheetId="1" r:id="b"/></sheets></workbook>`,
        ],
        [
          'xl/_rels/workbook.xml.rels',
          `<Relationships xmlns="${PACKAGE}"><Relationship Id="b" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        ],
        [SHEET, sheet],
      ]),
    ),
  )

/** What a sheet claims to come to, once more as a lie: in its own header and in the directory. */
function lying(book: Buffer, claimed: number): Buffer {
  const copy = Buffer.from(book)
  for (let at = copy.indexOf(SHEET); at >= 0; at = copy.indexOf(SHEET, at + 1)) {
    if (copy.readUInt32LE(at - 30) === 0x04034b50) copy.writeUInt32LE(claimed, at - 30 + 22)
    if (copy.readUInt32LE(at - 46) === 0x02014b50) copy.writeUInt32LE(claimed, at - 46 + 24)
  }
  return copy
}

const rowsOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const [a, b] = [(at * 2_654_435_761) % 4_294_967_296, (at * 40_503) % 65_536]
    return `<row r="${at + 1}"><c r="A${at + 1}"><v>${a}</v></c><c r="B${at + 1}"><v>${b}</v></c></row>`
  }).join('')

type Upload = { readonly what: string; readonly bytes: Buffer; readonly says: string }

/** What nobody should be able to stop the server with. */
function uploadsOf(small: boolean): Upload[] {
  const bomb = workbookOf(Buffer.alloc((small ? 220 : 1000) * MB, ' '))
  const rows = small ? 201_000 : 1_000_000
  const many = workbookOf(`<worksheet xmlns="${MAIN}"><sheetData>${rowsOf(rows)}</sheetData></worksheet>`)
  const whole = Buffer.from(writeWorkbook([{ name: '党员名册', header: ['人员编号'], rows: [] }]))
  return [
    { what: 'a zip bomb of 1 GB that says so', bytes: bomb, says: 'zip-ratio' },
    { what: 'a zip bomb of 1 GB that says it is 1 KB', bytes: lying(bomb, 1000), says: 'zip-ratio' },
    { what: `${rows.toLocaleString('en')} rows`, bytes: many, says: 'too-many-rows' },
    { what: '19 MB of noise', bytes: randomBytes(19 * MB), says: 'not-a-workbook' },
    {
      what: 'noise behind the head of a workbook',
      bytes: Buffer.concat([whole.subarray(0, 500), randomBytes(19 * MB)]),
      says: 'damaged-workbook',
    },
    { what: 'a little more than 20 MB', bytes: randomBytes(20 * MB + 1000), says: 'too-large-packed' },
  ]
}

/** The most a process held while some work ran. */
async function watchPeak(pid: number, work: () => Promise<void>): Promise<number> {
  let peak = residentBytes(pid)
  const watch = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid))
  }, 10)
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  return peak
}

const heapOf = ({ child }: Product): Promise<Heap> => tellChild(child, 'the server', {})

async function send(product: Product, cookie: string, body: string): Promise<string> {
  const response = await fetch(`${product.address}/api/ledger.preview`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body,
  })
  const answer: { code?: string } = JSON.parse(await response.text())
  return answer.code ?? 'taken in'
}

async function sendOne(product: Product, cookie: string, { what, bytes, says }: Upload): Promise<Line> {
  const body = JSON.stringify({ fileName: '台账.xlsx', content: bytes.toString('base64') })
  const times: number[] = []
  await send(product, cookie, body)
  const before = await heapOf(product)
  const peak = await watchPeak(product.pid, async () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { ms, answer } = await timed(() => send(product, cookie, body))
      if (answer !== says) throw new Error(`${what}: ${answer}, not ${says}`)
      times.push(ms)
    }
  })
  const after = await heapOf(product)
  const grown = (after.held + after.outside - before.held - before.outside) / RUNS
  const ms = Math.max(...times)
  return {
    what: `${what} (${showMib(bytes.length)}): ${says}`,
    asked: `≤ ${showMs(MOST_MS)}, no growth`,
    measured: `${showMs(median(times))}, slowest ${showMs(ms)}; grown ${showMib(grown)} each, at most ${showMib(peak)} resident`,
    met: ms <= MOST_MS && grown < MB,
  }
}

/** Uploads that are refused, whole, as a page sends them. Growth: what the server's own heap and buffers hold more after each. */
export const uploads: Measure = {
  title: 'workbooks that are none, over HTTP',
  run: async (ground) => {
    const database = await ground.makeDatabase()
    const cookie = await withClient({ url: database.url }, async (client) => {
      await fillMine(client, { branches: 30, people: 300, meetings: 0, groupsEvery: 5 })
      return addCaller(client, 1, { role: 'committeeStaff', orgId: null })
    })
    const probe = pathToFileURL(fileURLToPath(new URL('heap-probe.ts', import.meta.url))).href
    const options = ['--expose-gc', '--import', probe]
    const product = await startProduct(database.url, join(ground.home, 'uploads'), options)
    const lines: Line[] = []
    try {
      for (const upload of uploadsOf(ground.small)) lines.push(await sendOne(product, cookie, upload))
    } finally {
      await product.stop()
      await database.drop()
    }
    return lines
  },
}
