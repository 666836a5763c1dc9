import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAddress } from '../../kit/web/address.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Pick } from '../../kit/web/ui/Choose.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { words } from '../words/pages.ts'
import { isBranch, type Unit } from './units.ts'

type Units = Read<'org.listUnits'>
const branchesIn = (units: OutputOf<'org.listUnits'> | undefined): readonly Unit[] =>
  (units?.units ?? []).filter(isBranch)

/** The branch a page is about: the one the address names, else the first the person may see. */
export function useChosenBranch(): { units: Units; branch: Unit | undefined } {
  const units = useRead('org.listUnits', {})
  const [asked] = useAddress({ branch: '' })
  const branches = branchesIn(units.data)
  return { units, branch: branches.find(({ id }) => id === asked.branch) ?? branches[0] }
}

/** Chooses the branch in the address; whoever sees one branch only reads its name. */
export function BranchPick({ of, branch }: { of: Units; branch: Unit }): ReactNode {
  const say = useSay()
  const [, set] = useAddress({ branch: '' })
  const branches = branchesIn(of.data)
  if (branches.length === 1) return <span className="strong">{branch.name}</span>
  return (
    <Pick
      look="auto"
      aria-label={say(words.branch)}
      value={branch.id}
      options={branches.map(({ id, name }) => ({ value: id, name }))}
      onChange={(id) => set({ branch: id })}
    />
  )
}

/** A page about one branch: its title, the branch in the address, and what it shows of that branch. */
export function BranchWork(of: {
  title: string
  /** Beside the choice of the branch: other choices of the page. */
  choices?: ReactNode
  actions?: (branch: Unit) => ReactNode
  children: (branch: Unit) => ReactNode
}): ReactNode {
  const say = useSay()
  const { units, branch } = useChosenBranch()
  if (!branch)
    return (
      <Page title={of.title}>
        {units.state === 'ready' ? (
          <Empty title={say(words.noBranchTitle)}>{say(words.noBranch)}</Empty>
        ) : (
          <Waiting of={units} words={{}} lines={14} />
        )}
      </Page>
    )
  const choices = (
    <span className="row">
      <BranchPick of={units} branch={branch} />
      {of.choices}
    </span>
  )
  return (
    <Page title={of.title} under={choices} actions={of.actions?.(branch)}>
      {of.children(branch)}
    </Page>
  )
}
