import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Bones } from '../../../kit/web/ui/Waiting.tsx'
import { words } from '../../words/settings.ts'

type Shipped = { readonly name: string; readonly version: string; readonly licence: string }

/** The list the build laid beside the pages. */
async function listShipped(): Promise<Shipped[]> {
  const response = await fetch('/licences.json')
  if (!response.ok) throw new Error(`no list of licences: ${response.status}`)
  return response.json()
}

const COLUMNS: readonly Column<Shipped>[] = [
  { head: words.package, kind: 'main', value: ({ name }) => name },
  { head: words.version, value: ({ version }) => version },
  { head: words.licence, value: ({ licence }, say) => licence || say(words.unknown) },
]

/** Which packages are shipped with the product, and under which licences. */
export function Licences(): ReactNode {
  const say = useSay()
  const { data, isError } = useQuery({ queryKey: ['licences'], queryFn: listShipped, retry: false })
  return (
    <Part title={say(words.licences)}>
      <p>{say(words.licencesLead)}</p>
      {isError && <p>{say(words.unknown)}</p>}
      {!isError && !data && <Bones />}
      {data && (
        <DataTable
          caption={words.licences}
          rows={data}
          keyOf={({ name, version }) => `${name}@${version}`}
          columns={COLUMNS}
          long={{ name: 'licences', finding: say(words.findPackage), empty: null }}
        />
      )}
    </Part>
  )
}
