import { existsSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { InputOf, OutputOf, WriteName } from '../kit/contract.ts'
import { newId } from '../kit/id.ts'
import { asRunLogin, copyDatabase } from '../kit/test/clone.ts'
import { type Product, startProduct } from './browser.ts'

/** What everybody in a story takes for a password. */
export const PASSWORD = '井下 lamp 2026 亮'

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

/** The demo mine that stories take copies of: set up, filled and signed by a product that has ended. */
export type Demo = {
  readonly database: string
  readonly dataDir: string
  readonly admin: { readonly login: string; readonly password: string }
  /** Where the audit administrator takes office. */
  readonly auditLink: string
  readonly signIns: OutputOf<'ledger.loadDemo'>['signIns']
}

/** Whoever of the test files comes first makes the demo; the others wait for this lock. */
const LOCK = 20_260_701

const SETTLED = `select (select count(*) from journal_pending)::int = 0
  and coalesce((select max(size) from journal_checkpoint), 0) = (select count(*) from journal_leaf) as settled`

/** Waits until everything is sealed and signed. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (;;) {
      const { rows } = await client.query<{ settled: boolean }>(SETTLED)
      if (rows[0]?.settled) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    await client.end()
  }
}

async function makeDemo(): Promise<Demo> {
  const { url } = await copyDatabase(inject('databaseUrl'))
  const DATABASE_URL = asRunLogin(url, inject('runPassword'))
  const product = await startProduct({ DATABASE_URL, PITLAMP_OWNER_URL: url })
  const token = new URL(product.setUp).searchParams.get('token') ?? ''
  const admin = { login: 'liming', password: PASSWORD }
  const input = { token, mineName: '青石岭煤矿', name: '李明', ...admin }
  const { cookie, body: made } = await post(product, 'access.setUp', { input })
  const { body } = await post(product, 'ledger.loadDemo', { input: {}, cookie })
  await settle(url)
  await product.stop()
  const dataDir = join(inject('scratch'), 'demo')
  renameSync(product.dataDir, dataDir)
  rmdirSync(dirname(product.dataDir))
  const database = new URL(url).pathname.slice(1)
  return { database, dataDir, admin, auditLink: made.links.auditAdmin, signIns: body.signIns }
}

/** The demo of this run of the tests, made by whoever asks first. */
export async function findDemo(): Promise<Demo> {
  const note = join(inject('scratch'), 'demo.json')
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    if (!existsSync(note)) writeFileSync(note, JSON.stringify(await makeDemo()))
    return JSON.parse(readFileSync(note, 'utf8')) as Demo
  } finally {
    await client.end()
  }
}
