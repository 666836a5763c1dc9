import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Clone, cloneDatabase } from '../kit/test/clone.ts'
import { demo } from './demo.ts'

let clone: Clone
let data: string
beforeAll(async () => {
  clone = await cloneDatabase(inject('databaseUrl'))
  data = mkdtempSync(join(tmpdir(), 'pitlamp-demo-'))
})
afterAll(async () => {
  rmSync(data, { recursive: true })
  await clone.drop()
})

test('the sign-ins of the demo name the roles as the pages do', async () => {
  const printed: string[] = []
  const nothing = { say: () => undefined, sayNo: () => undefined, words: [], options: { data } }
  const env = { DATABASE_URL: clone.url, LANG: 'zh_CN.UTF-8' }
  expect(await demo.run({ ...nothing, env, print: (text) => void printed.push(text) })).toBe(0)
  const roles = printed.map((line) => line.split('  ').at(-1))
  expect(roles).toEqual([
    '党委工作人员',
    '检查员',
    '书记',
    '书记',
    '党员',
    '申请入党的人（没有职务）',
    '系统管理员',
    '审计管理员',
  ])
})
