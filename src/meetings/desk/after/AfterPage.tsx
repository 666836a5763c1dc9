import type { ReactNode } from 'react'
import { useAddress } from '../../../kit/web/address.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Tabs } from '../../../kit/web/ui/Parts.tsx'
import { BranchWork } from '../../../org/ui/BranchChoice.tsx'
import type { Unit } from '../../../org/ui/units.ts'
import { afterPath } from '../../ui/paths.ts'
import { words } from '../../words/after.ts'
import { Exclusions } from './Exclusions.tsx'
import { MakeUps } from './MakeUps.tsx'
import { Promises } from './Promises.tsx'

const PARTS = ['promises', 'makeUps', 'exclusions'] as const
type PartOf = (typeof PARTS)[number]
const SHOWN: Readonly<Record<PartOf, (of: { branch: Unit }) => ReactNode>> = {
  promises: Promises,
  makeUps: MakeUps,
  exclusions: Exclusions,
}

/** What comes after the meetings of a branch: decisions with their clocks, make-up, who is not counted among those expected. */
export default function AfterPage(): ReactNode {
  const say = useSay()
  const [{ part }] = useAddress({ part: '' })
  const here = PARTS.find((one) => one === part) ?? 'promises'
  const Shown = SHOWN[here]
  return (
    <BranchWork title={say(words.title)}>
      {(branch) => (
        <>
          <Tabs
            label={say(words.parts)}
            here={here}
            tabs={PARTS.map((id) => ({ id, name: say(words[id]), to: afterPath(branch.id, id) }))}
          />
          <Shown key={branch.id} branch={branch} />
        </>
      )}
    </BranchWork>
  )
}
