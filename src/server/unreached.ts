import { addDays, dayAt } from '../kit/day.ts'
import { post } from './demo-mine.ts'
import type { DemoMine } from './stories.ts'

type Units = { readonly units: readonly { id: string; kind: string; name: string }[] }
type Proposed = {
  readonly unknown: number
  readonly proposals: readonly {
    percent: number
    reasons: readonly { code: string; n: number; of: number }[]
  }[]
}

/** How many branches a mine has, and those of which no proposal for the next four weeks reaches 95 of 100, and as many of those on nights. */
export async function listUnreached(mine: DemoMine): Promise<{ branches: number; missed: string[] }> {
  const { cookie } = await post(mine.product, 'access.signIn', { input: mine.first('committeeStaff') })
  const ask = async (name: string, input: Record<string, string>): Promise<unknown> =>
    (
      await fetch(`${mine.product.address}/api/${name}?${new URLSearchParams(input)}`, {
        headers: { cookie },
      })
    ).json()
  const { units } = (await ask('org.listUnits', {})) as Units
  const branches = units.filter(({ kind }) => kind === 'branch')
  const from = addDays(dayAt(new Date()), 1)
  const month = { from, to: addDays(from, 27), minutes: '90', mostSessions: '3', kind: 'partyLecture' }
  const missed: string[] = []
  for (const { id, name } of branches) {
    const said = (await ask('meetings.proposeSessions', { orgId: id, ...month })) as Proposed
    const [best] = said.proposals
    const nights = best?.reasons.find(({ code }) => code === 'nights')
    if (said.unknown > 5 || !best || best.percent < 95 || (nights && nights.n / nights.of < 0.95))
      missed.push(`${name} ${best?.percent}`)
  }
  return { branches: branches.length, missed }
}
