import { type ReactNode, useEffect } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAddress } from '../../kit/web/address.ts'
import { useSay } from '../../kit/web/say.ts'
import { Tabs } from '../../kit/web/ui/Parts.tsx'
import { branchPath } from '../../org/ui/paths.ts'
import { PeopleList } from '../../people/desk/PeopleList.tsx'
import { words } from '../words/pages.ts'
import { CaseList } from './CaseList.tsx'
import { DuesList } from './DuesList.tsx'
import { MeetingList } from './MeetingList.tsx'
import { PlanList } from './PlanList.tsx'
import { TargetList } from './TargetList.tsx'

type Branch = OutputOf<'home.findBranch'>
export type Listed = { readonly branchId: string; readonly year: string; readonly here: string }
type Kind = 'meetings' | 'people' | 'dues' | 'cases' | 'plan' | 'targets'

const KINDS: readonly (readonly [Kind, keyof Branch['counts']])[] = [
  ['meetings', 'meetings'],
  ['people', 'people'],
  ['dues', 'payments'],
  ['cases', 'cases'],
  ['plan', 'planRows'],
  ['targets', 'targets'],
]

function People({ branchId }: Listed): ReactNode {
  return <PeopleList orgId={branchId} />
}

const LISTS: Readonly<Record<Kind, (of: Listed) => ReactNode>> = {
  meetings: MeetingList,
  people: People,
  dues: DuesList,
  cases: CaseList,
  plan: PlanList,
  targets: TargetList,
}

/** The branch's records, kind by kind; the address says which. `here` in it points at one row. */
export function BranchRecords({ branch, year }: { branch: Branch; year: string }): ReactNode {
  const say = useSay()
  const [{ tab, here }] = useAddress({ tab: '', here: '' })
  const [kind] = KINDS.find(([one]) => one === tab) ?? ['meetings' as const]
  const List = LISTS[kind]
  useEffect(() => {
    if (tab) document.getElementById(here ? `row-${here}` : 'records')?.scrollIntoView({ block: 'start' })
  }, [tab, here])
  return (
    <section className="stack" id="records">
      <Tabs
        label={say(words.tabs)}
        here={kind}
        tabs={KINDS.map(([id, count]) => ({
          id,
          name: say(words[id]),
          count: branch.counts[count],
          to: branchPath(branch.id, id),
        }))}
      />
      <List branchId={branch.id} year={year} here={here} />
    </section>
  )
}
