import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Notice } from '../../../kit/web/ui/Parts.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { isBranch, type Unit, useUnits } from '../../../org/ui/units.ts'
import { refusals, words } from '../../words/accounts.ts'
import { AccountTable } from './AccountTable.tsx'
import { Codes } from './Codes.tsx'
import { NewStaff } from './NewStaff.tsx'

/** Accounts for everybody of a branch who has none, with their codes for printing. */
function MakeForBranch({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const make = useAction('access.makeAccounts')
  const codes = make.answer?.codes
  if (codes && codes.length > 0) return <Codes codes={codes} />
  return (
    <div className="stack tight">
      <Outcome of={make} words={refusals.makeAccounts} />
      {codes && <Notice kind="done">{say(words.noneMade)}</Notice>}
      <div className="row">
        <Button busy={make.state === 'sending'} onPress={() => void make.send({ orgId: branch.id })}>
          {say(words.make, { name: branch.name })}
        </Button>
        <span className="soft small">{say(words.makeHint)}</span>
      </div>
    </div>
  )
}

function Accounts({ orgId }: { orgId: string }): ReactNode {
  const read = useRead('access.listAccounts', orgId ? { orgId } : {}, { meanwhile: 'last' })
  if (read.state !== 'ready') return <Waiting of={read} words={{}} lines={10} />
  return <AccountTable accounts={read.data.accounts} />
}

function NewStaffButton(): ReactNode {
  const say = useSay()
  const [asking, setAsking] = useHeld('staff.adding', false)
  return (
    <>
      <Button onPress={() => setAsking(true)}>{say(words.newStaff)}</Button>
      {asking && <NewStaff onClose={() => setAsking(false)} />}
    </>
  )
}

/** Who can sign in and with which offices: accounts for a whole branch in one step, staff accounts, resets, appointments. */
export default function AccountsPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const branches = useUnits().filter(isBranch)
  const [{ unit }, set] = useAddress({ unit: '' })
  const branch = branches.find(({ id }) => id === unit)
  return (
    <Page
      title={say(words.accounts)}
      under={say(words.lead)}
      actions={may('access.makeStaffAccount') && <NewStaffButton />}
    >
      <div className="row unprinted">
        <Pick
          look="auto"
          aria-label={say(words.unit)}
          value={unit}
          blank={say(words.allUnits)}
          options={branches.map(({ id, name }) => ({ value: String(id), name }))}
          onChange={(chosen) => set({ unit: chosen })}
        />
      </div>
      {branch && may('access.makeAccounts') && <MakeForBranch key={branch.id} branch={branch} />}
      <Accounts orgId={unit} />
    </Page>
  )
}
