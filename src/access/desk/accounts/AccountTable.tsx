import type { ReactNode } from 'react'
import { useHeld } from '../../../kit/web/held.ts'
import { COMMA, type Say, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Badge, Empty } from '../../../kit/web/ui/Parts.tsx'
import { useAccountId, useMay } from '../../../kit/web/who.ts'
import { words } from '../../words/accounts.ts'
import { type Account, type Office, officeName, useOfficeName } from './account.ts'
import { Able, EndOffice, GiveOffice, ResetAccount } from './dialogs.tsx'

function OfficeLine({ of, office }: { of: Account; office: Office }): ReactNode {
  const say = useSay()
  const may = useMay()
  const name = useOfficeName()(office)
  const [asking, setAsking] = useHeld(`office.end.${of.id}.${office.id}`, false)
  return (
    <div className="row">
      {name}
      {may('access.endOffice') && (
        <Button kind="quiet" onPress={() => setAsking(true)}>
          <u className="small">{say(words.end)}</u>
          <span className="unseen"> {name}</span>
        </Button>
      )}
      {asking && <EndOffice of={of} office={office} onClose={() => setAsking(false)} />}
    </div>
  )
}

const statesOf = (of: Account, say: Say): string[] =>
  [
    of.isDisabled && say(words.disabled),
    of.isLocked && say(words.locked),
    of.mustChange && say(words.first),
    of.hasTotp && say(words.totp),
  ].filter((state) => state !== false)

function States({ of }: { of: Account }): ReactNode {
  return statesOf(of, useSay()).map((state) => <Badge key={state}>{state}</Badge>)
}

function Actions({ of }: { of: Account }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asking, setAsking] = useHeld<'reset' | 'give' | 'able' | null>(`account.${of.id}`, null)
  const stop = (): void => setAsking(null)
  const isOwn = useAccountId() === of.id
  return (
    <span className="row acts unprinted">
      {may('access.giveOffice') && (
        <Button onPress={() => setAsking('give')}>
          {say(words.give)}
          <span className="unseen"> {of.name}</span>
        </Button>
      )}
      {may('access.resetAccount') && (
        <Button onPress={() => setAsking('reset')}>
          {say(words.reset)}
          <span className="unseen"> {of.name}</span>
        </Button>
      )}
      {may(of.isDisabled ? 'access.enableAccount' : 'access.disableAccount') && !isOwn && (
        <Button onPress={() => setAsking('able')}>
          {say(of.isDisabled ? words.enable : words.disable)}
          <span className="unseen"> {of.name}</span>
        </Button>
      )}
      {asking === 'able' && <Able of={of} onClose={stop} />}
      {asking === 'give' && <GiveOffice of={of} onClose={stop} />}
      {asking === 'reset' && <ResetAccount of={of} onClose={stop} />}
    </span>
  )
}

const COLUMNS: readonly Column<Account>[] = [
  { head: words.name, kind: 'main', sort: 'name', value: ({ name }) => name },
  {
    head: words.login,
    value: ({ login }) => login,
    cell: ({ login }) => <span className="code">{login}</span>,
  },
  {
    head: words.offices,
    value: ({ offices }, say) => offices.map((office) => officeName(office, say)).join(say(COMMA)),
    cell: (account) =>
      account.offices.map((office) => <OfficeLine key={office.id} of={account} office={office} />),
  },
  {
    head: words.state,
    value: (account, say) => statesOf(account, say).join(say(COMMA)),
    cell: (account) => <States of={account} />,
  },
  { head: words.act, cell: (account) => <Actions of={account} /> },
]

/** Accounts with what may be done to each. */
export function AccountTable({ accounts }: { accounts: readonly Account[] }): ReactNode {
  const say = useSay()
  const empty = <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return (
    <DataTable
      caption={words.accounts}
      columns={COLUMNS}
      rows={accounts}
      keyOf={({ id }) => id}
      long={{ name: 'accounts', finding: say(words.find), empty }}
    />
  )
}
