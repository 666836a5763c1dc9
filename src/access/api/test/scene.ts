import type { InputOf, OutputOf, Problem, ReadName, WriteName } from '../../../kit/contract.ts'
import type { Id } from '../../../kit/id.ts'
import { SESSION_COOKIE } from '../../../kit/server/serve.ts'
import { type Caller, makeWorld, type World } from '../../../server/world.ts'

/** A password that nobody would refuse. */
export const GOOD = 'copper lantern orchard'
export const ID_NUMBER = '110105199005010018'

type Said<T> = {
  readonly status: number
  readonly body: T
  readonly problem: Problem
  readonly set: string | null
}

/** A browser: it keeps the session that an answer sets. */
export type Browser = {
  readonly get: <N extends ReadName>(name: N, input?: Record<string, string>) => Promise<Said<OutputOf<N>>>
  readonly post: <N extends WriteName>(name: N, input: InputOf<N>) => Promise<Said<OutputOf<N>>>
}

function openBrowser({ app }: World): Browser {
  let cookie = ''
  const ask = async <T>(path: string, init: RequestInit): Promise<Said<T>> => {
    const headers = { 'content-type': 'application/json', cookie }
    const response = await app.request(`/api/${path}`, { ...init, headers })
    const set = response.headers.get('set-cookie')
    if (set?.startsWith(`${SESSION_COOKIE}=`)) cookie = set.split(';')[0] ?? ''
    const body = JSON.parse(await response.text())
    return { status: response.status, body, problem: body, set }
  }
  return {
    get: (name, input = {}) => ask(`${name}?${new URLSearchParams(input)}`, { method: 'GET' }),
    post: (name, input) => ask(name, { method: 'POST', body: JSON.stringify(input) }),
  }
}

/** Somebody of a branch of their own, with an account that waits for its code, and their secretary. */
export type Newcomer = {
  readonly login: string
  readonly code: string
  readonly personId: Id<'person'>
  readonly branch: Id<'org'>
  readonly secretary: Caller
}

/** A mine with a committee and a security administrator, and as many people as a test asks for. */
export type Scene = {
  readonly world: World
  readonly committee: Id<'org'>
  readonly security: Caller
  readonly browser: () => Browser
  /** The clock goes on by so many minutes. */
  readonly later: (minutes: number) => void
  readonly addBranch: () => Promise<Id<'org'>>
  /** Adds somebody to the roster; answers their id and number. */
  readonly addPerson: (orgId: Id<'org'>) => Promise<{ id: Id<'person'>; no: string }>
  readonly withCode: () => Promise<Newcomer>
  /** The same with a password of their own, signed in. */
  readonly withPassword: () => Promise<Newcomer & { readonly page: Browser }>
}

const FACTS = {
  name: '张伟',
  sex: '男',
  ethnicity: '汉族',
  bornOn: '1990-05-01',
  education: '',
  joinedOn: '2015-07-01',
  fullSince: '2016-07-01',
  crew: '',
  note: '',
  idNumber: ID_NUMBER,
  phone: '13800001234',
  duesBase: '5200.50',
  from: '2026-01-01',
  category: 'fullMember',
  duesClass: 'employed',
  posts: '',
  shift: '',
} as const

export async function makeScene(): Promise<Scene> {
  const world = await makeWorld()
  const committee = await world.addUnit({ code: 'DW', kind: 'committee' })
  const security = await world.as('securityAdmin')
  const staff = await world.as('committeeStaff')
  const browser = (): Browser => openBrowser(world)
  let made = 0
  const next = (letter: string): string => `${letter}${String(++made).padStart(3, '0')}`

  const addBranch = (): Promise<Id<'org'>> =>
    world.addUnit({ code: next('Z'), kind: 'branch', parentId: committee })
  const addPerson: Scene['addPerson'] = async (orgId) => {
    const no = next('P')
    const { body } = await staff.post('people.addPerson', { ...FACTS, no, orgId })
    return { id: body.id, no }
  }
  const withCode: Scene['withCode'] = async () => {
    const branch = await addBranch()
    const { id, no } = await addPerson(branch)
    const secretary = await world.as('secretary', branch)
    const { body } = await secretary.post('access.makeAccounts', { orgId: branch })
    return { login: no, code: body.codes[0]?.code ?? '', personId: id, branch, secretary }
  }
  const withPassword: Scene['withPassword'] = async () => {
    const newcomer = await withCode()
    const page = browser()
    await page.post('access.signIn', { login: newcomer.login, password: newcomer.code })
    await page.post('access.changePassword', { old: newcomer.code, password: GOOD })
    return { ...newcomer, page }
  }
  const later = (minutes: number): void => world.setNow(new Date(world.now().getTime() + minutes * 60_000))
  return { world, committee, security, browser, later, addBranch, addPerson, withCode, withPassword }
}
