import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const RUN = `axe.run(document.querySelector('dialog[open]') ?? document,
  { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then((found) => found.violations)`

/** Colours that are still on their way are no colours to judge. */
const SETTLED = `Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

/** What axe finds against WCAG 2.2 A and AA on a page as it stands: each rule broken, how often, and where first. A dialog that is open is looked at alone. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED)
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  const found = (await page.evaluate(RUN)) as Violation[]
  return found.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)}`)
}

/** How many pixels a page is wider than its window; 0 or less: it fits. */
export const findOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** What is wrong with a page of the phone as it stands: what axe finds, sideways scrolling, targets under 48 px. */
export async function findFaults(page: Page): Promise<string[]> {
  const violations = await findViolations(page)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, .tab-bar a, .button, input, summary, a.line')]
      .map((one) => (one.closest('label') ?? one).getBoundingClientRect())
      .some(({ height, width }) => height > 0 && (height < 47.5 || width < 47.5)),
  )
  const over = await findOverflow(page)
  return [
    ...violations,
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
    ...(small ? ['a target under 48 px'] : []),
  ]
}
