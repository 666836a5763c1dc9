import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { InstantSaid } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { words } from '../words/desk.ts'
import { refusals } from '../words/pages.ts'
import { AddMaterial } from './AddMaterial.tsx'
import { useOwnUnits } from './own-units.ts'

type Material = OutputOf<'library.listMaterials'>['materials'][number]

const COLUMNS: readonly Column<Material>[] = [
  {
    head: words.name,
    kind: 'main',
    value: ({ title }) => title,
    cell: ({ id, title }) => <Link href={`/library/${id}`}>{title}</Link>,
  },
  { head: words.unit, value: ({ orgName }) => orgName },
  { head: words.file, value: ({ file }) => file?.name ?? '' },
  {
    head: words.addedAt,
    value: ({ addedAt }) => addedAt.slice(0, 10),
    cell: ({ addedAt }) => <InstantSaid of={addedAt} />,
  },
]

/** Things to read, and adding one. */
export default function LibraryPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  const units = useOwnUnits()
  const [isAdding, setAdding] = useHeld('material.adding', false)
  const read = useRead('library.listMaterials', {})
  const mayAdd = may('library.addMaterial') && units.length > 0
  const add = mayAdd && (
    <Button kind="primary" onPress={() => setAdding(true)}>
      {say(words.add)}
    </Button>
  )
  return (
    <Page title={say(words.title)} under={say(words.lead)} actions={add}>
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.listMaterials} lines={8} />
      ) : read.data.materials.length === 0 ? (
        <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
      ) : (
        <DataTable
          caption={words.title}
          rows={read.data.materials}
          keyOf={({ id }) => id}
          columns={COLUMNS}
        />
      )}
      {isAdding && <AddMaterial units={units} onClose={() => setAdding(false)} />}
    </Page>
  )
}
