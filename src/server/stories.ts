import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { OutputOf } from '../kit/contract.ts'
import { asRunLogin, copyDatabase } from '../kit/test/clone.ts'
import { openBrowser, type Product, startProduct } from './browser.ts'
import { type Counter, countOn } from './burden.ts'
import { findDemo, PASSWORD, post } from './demo-mine.ts'

const SLOW_MS = 60_000

/** How large a window is, in pixels. */
export type Window = { readonly width: number; readonly height: number }
const DESK: Window = { width: 1366, height: 768 }
const PHONE: Window = { width: 360, height: 740 }

/** A place from which somebody signs in, and the page after it. */
export type Way = { readonly login: string; readonly password: string; readonly path?: string }

/** Somebody at a desk of their own, signed in. */
export type Seat = { readonly page: Page; readonly counter: Counter }

/** The product as a person starts it, a browser beside it, and what its pages complained of. */
export type Stage = {
  readonly product: Product
  readonly browser: Browser
  readonly complaints: readonly string[]
  /** A page of a browser of its own that prefers Chinese: a desk's window, or a phone's. */
  readonly open: (window?: Window) => Promise<Page>
  readonly close: () => Promise<void>
}

/** The demo mine: who signs in how, its first administrator's session, and seats for whoever comes. */
export type DemoMine = Stage & {
  readonly admin: Way
  readonly session: string
  /** Makes the audit administrator; answers how they sign in. */
  readonly audit: () => Promise<Way>
  readonly signIns: OutputOf<'ledger.loadDemo'>['signIns']
  /** How the first of the demo's people in this role signs in. */
  readonly first: (role: string) => Way
  readonly seat: (way: Way) => Promise<Seat>
  /** A phone whose owner signed in and has seen the privacy notice. */
  readonly phone: (way: Way) => Promise<Page>
}

/** Starts the product with nothing in it, or on a copy of the data folder `from`, and a browser. `given`: see `startProduct`. */
export async function openStage(given: Readonly<Record<string, string>> = {}, from?: string): Promise<Stage> {
  const product = await startProduct(given, from)
  const browser = await openBrowser()
  const complaints: string[] = []
  const open = async (window = DESK): Promise<Page> => {
    const context = await browser.newContext({ viewport: window, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(SLOW_MS)
    page.on('pageerror', (error) => complaints.push(error.message))
    return page
  }
  const close = async (): Promise<void> => {
    await browser.close()
    await product.close()
  }
  return { product, browser, complaints, open, close }
}

/** Signs in at a door of the desk or of the phone, as a person does, and is led on to `path`. */
export async function signIn(page: Page, door: string, { login, password, path }: Way): Promise<void> {
  await page.goto(`${door}/sign-in${path ? `?next=${encodeURIComponent(path)}` : ''}`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Starts the product on a copy of the demo mine, which costs less than one of its own. */
export async function openDemoMine(): Promise<DemoMine> {
  const { database, dataDir, admin, auditLink, signIns } = await findDemo()
  const clone = await copyDatabase(inject('databaseUrl'), database)
  const DATABASE_URL = asRunLogin(clone.url, inject('runPassword'))
  const stage = await openStage({ DATABASE_URL, PITLAMP_OWNER_URL: clone.url }, dataDir)
  const { product } = stage
  const { cookie: session } = await post(product, 'access.signIn', { input: admin })
  const audit = async (): Promise<Way> => {
    const officer = { login: 'zhaomin', password: PASSWORD }
    const token = new URL(auditLink, product.address).searchParams.get('token') ?? ''
    await post(product, 'access.takeOffice', { input: { token, name: '赵敏', ...officer } })
    return officer
  }
  const first = (role: string): Way => {
    const found = signIns.find((one) => one.role === role)
    if (!found) throw new Error(`the demo has no ${role}`)
    return found
  }
  const seat = async (way: Way): Promise<Seat> => {
    const page = await stage.open()
    const counter = await countOn(page)
    await signIn(page, `${product.address}/desk`, way)
    await page.getByRole('navigation', { name: '工作' }).waitFor()
    return { page, counter }
  }
  const phone = async (way: Way): Promise<Page> => {
    const page = await stage.open(PHONE)
    await signIn(page, product.address, way)
    await page.getByRole('button', { name: '我已看过' }).click()
    return page
  }
  const close = async (): Promise<void> => {
    await stage.close()
    await clone.drop()
  }
  return { ...stage, admin, session, audit, signIns, first, seat, phone, close }
}
