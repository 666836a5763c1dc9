import type { ReactNode } from 'react'
import { roleWords } from '../../access/words/pages.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { useSay, type Words } from '../../kit/web/say.ts'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { ui } from '../../kit/web/words.ts'
import { words } from '../words/pages.ts'

type SignIn = OutputOf<'ledger.loadDemo'>['signIns'][number]
const roles: Readonly<Record<string, Words>> = roleWords

/** The demo's logins and passwords, shown once. */
export function DemoSignIns({ signIns }: { signIns: readonly SignIn[] }): ReactNode {
  const say = useSay()
  const roleOf = (role: string): string => {
    const known = roles[role]
    return known ? say(known) : role
  }
  return (
    <Part title={say(words.signIns)}>
      <p className="soft">{say(words.signInsLead)}</p>
      <DataTable
        caption={say(words.signIns)}
        rows={signIns}
        keyOf={({ login }) => login}
        columns={[
          { id: 'role', head: say(words.role), kind: 'main', cell: ({ role }) => roleOf(role) },
          { id: 'name', head: say(words.name), cell: ({ name }) => name },
          { id: 'unit', head: say(words.unit), cell: ({ unit }) => unit },
          { id: 'login', head: say(words.login), cell: ({ login }) => <span className="code">{login}</span> },
          {
            id: 'password',
            head: say(words.password),
            cell: ({ password }) => <span className="code">{password}</span>,
          },
        ]}
      />
      <div className="row">
        <ButtonLink kind="primary" to="/">
          {say(words.toOverview)}
        </ButtonLink>
        <Button onPress={() => window.print()}>{say(ui.print)}</Button>
      </div>
    </Part>
  )
}
