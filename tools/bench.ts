/** `npm run bench [name …]`: what is asked of speed and size, what is measured here and now, and the bare database beside it. */
import { cpus, loadavg, totalmem } from 'node:os'
import { onGround } from './bench/ground.ts'
import { type Line, type Measure, showBlock } from './bench/measure.ts'
import { showMib } from './bench/numbers.ts'

const MEASURES: Readonly<Record<string, () => Promise<Measure>>> = {
  import: async () => (await import('./bench/import.ts')).importing,
  branches: async () => (await import('./bench/branches.ts')).branches,
  thousands: async () => (await import('./bench/thousands.ts')).thousands,
  write: async () => (await import('./bench/write.ts')).write,
  list: async () => (await import('./bench/list.ts')).list,
  planner: async () => (await import('./bench/planner.ts')).planner,
  start: async () => (await import('./bench/start.ts')).start,
  pages: async () => (await import('./bench/pages.ts')).pages,
  phone: async () => (await import('./bench/phone.ts')).phone,
  desk: async () => (await import('./bench/desk.ts')).desk,
  search: async () => (await import('./bench/search.ts')).searching,
  roll: async () => (await import('./bench/roll.ts')).rolling,
  live: async () => (await import('./bench/live.ts')).live,
  pack: async () => (await import('./bench/pack.ts')).packing,
  leaves: async () => (await import('./bench/leaves.ts')).leaves,
  lateness: async () => (await import('./bench/lateness.ts')).lateness,
  uploads: async () => (await import('./bench/uploads.ts')).uploads,
}

const words = process.argv.slice(2)
const small = words.includes('--small')
const asked = words.filter((word) => word !== '--small')
const names = asked.length > 0 ? asked : Object.keys(MEASURES)
const unknown = names.find((name) => !(name in MEASURES))
if (unknown) {
  console.error(`no measure "${unknown}"; there are: ${Object.keys(MEASURES).join(' ')}`)
  process.exit(2)
}

const load = (): string => `load ${loadavg()[0]?.toFixed(1) ?? '?'}`
const { length: cores } = cpus()
console.log(
  `${cores} cores (${cpus()[0]?.model ?? '?'}), ${showMib(totalmem())}, Node ${process.version}, ${load()}, ${new Date().toISOString().slice(0, 10)}`,
)

/** A measure that fails leaves callers and servers behind, which would keep this process waiting for them. */
const giveUp = (error: unknown): never => {
  console.error(error)
  process.exit(1)
}

const lines = await onGround(small, async (ground) => {
  const all: Line[] = []
  for (const name of names) {
    const measure = await MEASURES[name]?.()
    if (!measure) continue
    const found = await measure.run(ground)
    console.log(showBlock(`${name}: ${measure.title} (${load()})`, found))
    all.push(...found)
  }
  return all
}).catch(giveUp)
const missed = lines.filter(({ met }) => met === false).length
console.log(`\n${lines.filter(({ met }) => met).length} met, ${missed} missed`)
if (small) console.log('tiny counts: the figures say nothing')
process.exitCode = missed === 0 || small ? 0 : 1
