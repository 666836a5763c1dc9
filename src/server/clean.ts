import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is wrong with a page of the phone as it stands: what axe finds against WCAG 2.2 A and AA, sideways scrolling, targets under 48 px. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((r) => r.violations)`,
  )) as { id: string; nodes: { html: string }[] }[]
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, .tab-bar a, .button, input, summary, a.line')]
      .map((one) => (one.closest('label') ?? one).getBoundingClientRect())
      .some(({ height, width }) => height > 0 && (height < 47.5 || width < 47.5)),
  )
  const axe = found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  return [...axe, ...(wide ? ['scrolls sideways'] : []), ...(small ? ['a target under 48 px'] : [])]
}
