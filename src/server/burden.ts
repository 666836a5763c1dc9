import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const FILE = fileURLToPath(new URL('../../docs/burden.md', import.meta.url))
const HEAD = `# Burden

What the most frequent jobs cost in taps, clicks and keys, counted by the browser tests after the page has opened. A change that raises a
figure fails its test; whoever means it writes the new figure with PITLAMP_BURDEN=write and says why in the commit.

| job | face | asked | measured |
|---|---|---|---|
`

/** A job somebody does often, and what it may cost at most. */
export type Job = {
  readonly job: string
  readonly face: 'phone' | 'desk'
  readonly unit: 'taps' | 'clicks' | 'keys'
  readonly atMost: number
}

/** Counts what a person does on a page from the last `start` on, across its loads. */
export type Counter = { readonly start: () => void; readonly count: (unit: Job['unit']) => Promise<number> }

/** Begins to count on a page; call it before the page is opened. Only what a person could do counts: presses and keys the browser trusts. */
export async function countOn(page: Page): Promise<Counter> {
  const done = { presses: 0, keys: 0 }
  await page.exposeFunction('pitlampDid', (what: keyof typeof done) => {
    done[what] += 1
  })
  await page.addInitScript(() => {
    const did = (what: string) => (event: Event) => {
      if (event.isTrusted) void (window as unknown as { pitlampDid: (what: string) => void }).pitlampDid(what)
    }
    window.addEventListener('pointerdown', did('presses'), true)
    window.addEventListener('keydown', did('keys'), true)
  })
  return {
    start: () => {
      done.presses = 0
      done.keys = 0
    },
    count: async (unit) => {
      // A round trip: what the page has told is in.
      await page.evaluate(() => 0)
      return unit === 'keys' ? done.keys : done.presses
    },
  }
}

const lineOf = ({ job, face, unit, atMost }: Job, measured: number): string =>
  `| ${job} | ${face} | ≤ ${atMost} ${unit} | ${measured} |`

const rowsIn = (text: string): string[] =>
  text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| job '))

/**
 * Holds what a job cost against what is asked and against docs/burden.md; throws when it is more than asked, or other than written.
 * With PITLAMP_BURDEN=write it writes the figure instead.
 */
export function holdToBurden(job: Job, measured: number): void {
  if (measured > job.atMost) throw new Error(`${job.job}: ${measured} ${job.unit}, asked ≤ ${job.atMost}`)
  const line = lineOf(job, measured)
  const rows = rowsIn(readFileSync(FILE, 'utf8'))
  if (rows.includes(line)) return
  if (process.env['PITLAMP_BURDEN'] !== 'write') throw new Error(`docs/burden.md does not say: ${line}`)
  const others = rows.filter((row) => !row.startsWith(`| ${job.job} | ${job.face} |`))
  writeFileSync(FILE, `${HEAD}${[...others, line].sort().join('\n')}\n`)
}
