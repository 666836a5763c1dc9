import type { Caller } from './caller.ts'

const PASSWORD = 'copper lantern orchard'

/** The people who run a mine, each signed in. */
export type Officers = {
  readonly system: Caller
  readonly security: Caller
  /** Says who vouches for the mine. */
  readonly audit: Caller
  /** Keeps the records of the whole mine. */
  readonly staff: Caller
}

const tokenOf = (link: string): string => new URL(link, 'http://pitlamp').searchParams.get('token') ?? ''

/** Sets a mine up by its link and fills its offices, as its people would do it. */
export async function fillOffices(open: () => Caller, setUpLink: string): Promise<Officers> {
  const [system, security, audit, staff] = [open(), open(), open(), open()]
  const { links } = await system.post('access.setUp', {
    token: tokenOf(setUpLink),
    mineName: '试验矿',
    name: '张三',
    login: 'system',
    password: PASSWORD,
  })
  const taking = [
    ['security', security, links.securityAdmin],
    ['audit', audit, links.auditAdmin],
  ] as const
  for (const [login, caller, link] of taking) {
    await open().post('access.takeOffice', { token: tokenOf(link), name: login, login, password: PASSWORD })
    await caller.post('access.signIn', { login, password: PASSWORD })
  }

  const { login, code } = await system.post('access.makeStaffAccount', { login: 'staff', name: '李四' })
  const { accounts } = await security.get('access.listAccounts', {})
  const made = accounts.find((account) => account.login === login)
  if (!made) throw new Error('the account of the staff is not listed')
  const office = { accountId: made.id, role: 'committeeStaff', orgId: null } as const
  await security.post('access.giveOffice', office)
  await staff.post('access.signIn', { login, password: code })
  await staff.post('access.changePassword', { old: code, password: `${PASSWORD} two` })
  return { system, security, audit, staff }
}
