import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { ui } from '../../../kit/web/words.ts'
import { words } from '../../words/accounts.ts'

type IssuedCode = { readonly login: string; readonly name: string; readonly code: string }

const COLUMNS: readonly Column<IssuedCode>[] = [
  { head: words.name, kind: 'main', cell: ({ name }) => name },
  { head: words.login, cell: ({ login }) => <span className="code">{login}</span> },
  { head: words.code, cell: ({ code }) => <span className="code strong">{code}</span> },
]

/** One-time codes to print and hand out; they are shown only this once. */
export function Codes({ codes }: { codes: readonly IssuedCode[] }): ReactNode {
  const say = useSay()
  return (
    <Part title={say(words.made, { n: codes.length })}>
      <p className="soft">{say(words.codesLead)}</p>
      <DataTable
        saved="never"
        caption={words.code}
        columns={COLUMNS}
        rows={codes}
        keyOf={({ login }) => login}
      />
      <div className="row">
        <Button kind="primary" onPress={() => window.print()}>
          {say(ui.print)}
        </Button>
      </div>
    </Part>
  )
}

/** One code, for the person in front of the desk. */
export function OneCode({ of }: { of: IssuedCode }): ReactNode {
  const say = useSay()
  return (
    <div className="stack tight" role="status">
      <p>
        {of.name} · {say(words.login)} <span className="code">{of.login}</span>
      </p>
      <p className="code strong lead">{of.code}</p>
      <p className="soft small">{say(words.codesLead)}</p>
    </div>
  )
}
