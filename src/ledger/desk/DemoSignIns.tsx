import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Said } from '../../kit/web/ui/Said.tsx'
import { ui } from '../../kit/web/words.ts'
import { demoRoleWords } from '../words/demo.ts'
import { words } from '../words/pages.ts'

type SignIn = OutputOf<'ledger.loadDemo'>['signIns'][number]

const COLUMNS: readonly Column<SignIn>[] = [
  {
    head: words.role,
    kind: 'main',
    cell: ({ role }) => <Said of={demoRoleWords[role] ?? { zh: role, en: role }} />,
  },
  { head: words.name, cell: ({ name }) => name },
  { head: words.unit, cell: ({ unit }) => unit },
  { head: words.login, cell: ({ login }) => <span className="code">{login}</span> },
  { head: words.password, cell: ({ password }) => <span className="code">{password}</span> },
]

/** The demo's logins and passwords, shown once. */
export function DemoSignIns({ signIns }: { signIns: readonly SignIn[] }): ReactNode {
  const say = useSay()
  return (
    <Part title={say(words.signIns)}>
      <p className="soft">{say(words.signInsLead)}</p>
      <DataTable
        saved="never"
        caption={words.signIns}
        rows={signIns}
        keyOf={({ login }) => login}
        columns={COLUMNS}
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
