import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** So many fields at most lie before the one looked for. */
const MOST_TABS = 250

/** Somebody with a keyboard and nothing else. Every place the focus comes to must show that it has it. */
export type Keys = {
  readonly page: Page
  /** Opens a page of the desk by its address and goes to what it is about by the link that skips the rest. */
  readonly go: (path: string) => Promise<void>
  /** Tabs on until the focus is there. */
  readonly to: (target: Locator) => Promise<void>
  readonly press: (target: Locator) => Promise<void>
  /** Writes over what stands in a field. */
  readonly type: (target: Locator, text: string) => Promise<void>
  /** Chooses in a list by its arrows. */
  readonly choose: (target: Locator, option: string) => Promise<void>
  readonly key: (...names: string[]) => Promise<void>
}

/** What has the focus: whether it is the one looked for, and what is wrong with how it shows. */
const look = (target: Locator): Promise<{ isIt: boolean; fault: string }> =>
  target.evaluate((wanted) => {
    const at = document.activeElement
    const shows = (one: Element | null | undefined): boolean => {
      if (!one) return false
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    }
    // Where the page itself puts the focus, and no key: the whole of what is shown.
    if (!at || at === document.body || at.matches('main')) return { isIt: at === wanted, fault: '' }
    const box = (at.closest('label') ?? at).getBoundingClientRect()
    const isIn = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const isShown = at.matches(':focus-visible') && (shows(at) || shows(at.closest('label')))
    const html = at.outerHTML.slice(0, 160)
    return {
      isIt: at === wanted,
      fault: isShown && isIn ? '' : `${isIn ? 'unmarked' : 'out of sight'}: ${html}`,
    }
  })

/** Whether an element has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((one) => one === document.activeElement)

/** Takes the mouse from somebody at a desk. `desk`: the address of the desk. */
export function keysOf(page: Page, desk: string): Keys {
  const key = async (...names: string[]): Promise<void> => {
    for (const name of names) await page.keyboard.press(name)
  }
  const to = async (target: Locator): Promise<void> => {
    await target.waitFor()
    for (let tabs = 0; tabs <= MOST_TABS; tabs++) {
      const { isIt, fault } = await look(target)
      if (tabs > 0) expect(fault).toBe('')
      if (isIt) return
      await key('Tab')
    }
    throw new Error(`no key leads to ${target}`)
  }
  const press = async (target: Locator): Promise<void> => {
    await to(target)
    await key('Enter')
  }
  const type = async (target: Locator, text: string): Promise<void> => {
    await to(target)
    await key('Control+a')
    await page.keyboard.type(text)
  }
  const choose = async (target: Locator, option: string): Promise<void> => {
    await to(target)
    const all = await target.locator('option').allTextContents()
    const at = await target.evaluate((list: HTMLSelectElement) => list.selectedIndex)
    const steps = all.indexOf(option) - at
    for (let n = 0; n < Math.abs(steps); n++) await key(steps > 0 ? 'ArrowDown' : 'ArrowUp')
    expect(await target.locator('option:checked').textContent()).toBe(option)
  }
  const go = async (path: string): Promise<void> => {
    await page.goto(`${desk}${path}`)
    await page.locator('main h1').waitFor()
    await page.locator('.bones').first().waitFor({ state: 'detached' })
    await press(page.locator('a.skip'))
  }
  return { page, go, to, press, type, choose, key }
}

const dialog = ({ page }: Keys): Locator => page.getByRole('dialog')

/** Closed, and the focus is back on what opened it. */
export async function isBack(by: Keys, opener: Locator): Promise<void> {
  await dialog(by).waitFor({ state: 'detached' })
  await expect.poll(() => hasFocus(opener)).toBe(true)
}

/** Closed, and the focus is somewhere on the page: what opened it may be gone. */
export async function isSomewhere(by: Keys): Promise<void> {
  await dialog(by).waitFor({ state: 'detached' })
  const isThere = () => by.page.evaluate(() => document.activeElement !== document.body)
  await expect.poll(isThere).toBe(true)
}
