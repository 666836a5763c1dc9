import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { InputOf, OutputOf, WriteName } from '../kit/contract.ts'
import { newId } from '../kit/id.ts'
import { asRunLogin, copyDatabase } from '../kit/test/clone.ts'
import { openBrowser, type Product, startProduct } from './browser.ts'
import { type Counter, countOn } from './burden.ts'

/** What everybody in a story takes for a password. */
export const PASSWORD = '井下 lamp 2026 亮'

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

/** Posts an action; answers what was said and the session it set. */
export async function post<N extends WriteName>(
  { address }: Product,
  name: N,
  { input, cookie = '' }: { input: InputOf<N>; cookie?: string },
): Promise<{ body: OutputOf<N>; cookie: string }> {
  const response = await fetch(`${address}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId(), cookie },
    body: JSON.stringify(input),
  })
  const set = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return { body: (await response.json()) as OutputOf<N>, cookie: set }
}

/** Starts the product with nothing in it, and a browser. `given`: see `startProduct`. */
export async function openStage(given: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const product = await startProduct(given)
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

/** Starts the product on a database of the tests, which costs less than one of its own; sets up a mine and loads the demo into it. */
export async function openDemoMine(): Promise<DemoMine> {
  const clone = await copyDatabase(inject('databaseUrl'))
  const DATABASE_URL = asRunLogin(clone.url, inject('runPassword'))
  const stage = await openStage({ DATABASE_URL, PITLAMP_OWNER_URL: clone.url })
  const { product } = stage
  const token = new URL(product.setUp).searchParams.get('token') ?? ''
  const admin = { login: 'liming', password: PASSWORD }
  const input = { token, mineName: '青石岭煤矿', name: '李明', ...admin }
  const { cookie: session, body: made } = await post(product, 'access.setUp', { input })
  const audit = async (): Promise<Way> => {
    const officer = { login: 'zhaomin', password: PASSWORD }
    const link = new URL(made.links.auditAdmin, product.address).searchParams.get('token') ?? ''
    await post(product, 'access.takeOffice', { input: { token: link, name: '赵敏', ...officer } })
    return officer
  }
  const { body } = await post(product, 'ledger.loadDemo', { input: {}, cookie: session })
  const { signIns } = body
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
