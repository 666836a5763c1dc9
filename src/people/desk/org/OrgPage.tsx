import { type ReactNode, useMemo } from 'react'
import { useAddress } from '../../../kit/web/address.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Pick } from '../../../kit/web/ui/Choose.tsx'
import { DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { ui } from '../../../kit/web/words.ts'
import { AddUnit } from '../../../org/desk/UnitForm.tsx'
import { ORG_KINDS } from '../../../org/rules.ts'
import { orgKindWords } from '../../../org/words/kinds.ts'
import { words as orgWords } from '../../../org/words/units.ts'
import { words } from '../../words/org.ts'
import { COLUMNS } from './columns.tsx'
import { isOpen, rowsOf, type UnitRow } from './row.ts'
import './org.css'

const keyOf = ({ unit }: UnitRow): string => unit.id

const READ_ONLY = COLUMNS.filter(({ head }) => head !== words.act)

type Filter = { readonly kind: string; readonly open: string }

function Filters({ filter, set }: { filter: Filter; set: (change: Partial<Filter>) => void }): ReactNode {
  const say = useSay()
  return (
    <>
      <Pick
        look="auto"
        aria-label={say(orgWords.kind)}
        value={filter.kind}
        blank={say(words.allKinds)}
        options={ORG_KINDS.map((value) => ({ value, name: say(orgKindWords[value]) }))}
        onChange={(kind) => set({ kind })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={filter.open === '1'}
          onChange={({ target }) => set({ open: target.checked ? '1' : '' })}
        />
        {say(words.onlyOpen)}
      </label>
    </>
  )
}

function Units(): ReactNode {
  const say = useSay()
  const may = useMay()
  const columns = may('org.changeUnit') ? COLUMNS : READ_ONLY
  const [filter, set] = useAddress({ kind: '', open: '' })
  const units = useRead('org.listUnits', {})
  const posts = useRead('people.listPosts', {})
  const [all, branches] = [units.data?.units, posts.data?.branches]
  const rows = useMemo(() => rowsOf(all ?? [], branches ?? [], today()), [all, branches])
  const { kind, open } = filter
  const shown = useMemo(
    () => rows.filter((row) => (!kind || row.unit.kind === kind) && (!open || isOpen(row))),
    [rows, kind, open],
  )
  if (units.state !== 'ready') return <Waiting of={units} words={{}} lines={14} />
  if (posts.state !== 'ready') return <Waiting of={posts} words={{}} lines={14} />
  const tools = <Filters filter={filter} set={set} />
  const empty =
    rows.length === 0 ? (
      <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
    ) : (
      <div className="stack">
        <div className="row">{tools}</div>
        <p className="soft">{say(open ? words.noneOpen : words.noneOfKind)}</p>
      </div>
    )
  return (
    <DataTable
      caption={words.title}
      columns={columns}
      rows={shown}
      keyOf={keyOf}
      long={{ name: 'org', finding: say(words.find), tools, empty }}
    />
  )
}

/** The organisation as it stands: units, terms, who holds which post, and which nobody does. */
export default function OrgPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const [adding, setAdding] = useHeld('unit.adding', false)
  return (
    <Page
      title={say(words.title)}
      under={say(words.lead)}
      actions={
        <>
          {may('org.addUnit') && (
            <Button kind="primary" onPress={() => setAdding(true)}>
              {say(orgWords.add)}
            </Button>
          )}
          <Button onPress={() => window.print()}>{say(ui.print)}</Button>
        </>
      }
    >
      {adding && <AddUnit onClose={() => setAdding(false)} />}
      <Units />
    </Page>
  )
}
