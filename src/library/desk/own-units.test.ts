import { expect, test } from 'vitest'
import type { Id } from '../../kit/id.ts'
import type { Unit } from '../../org/ui/units.ts'
import { unitsWithin } from './own-units.ts'

const unit = (id: string, parentId: string | null): Unit =>
  ({ id, parentId, name: id, kind: 'branch' }) as unknown as Unit
const TREE = [
  unit('committee', null),
  unit('branch', 'committee'),
  unit('group', 'branch'),
  unit('other', 'committee'),
]

type Held = Parameters<typeof unitsWithin>[1][number]
const office = (role: Held['role'], orgId: string | null): Held => ({
  ...{ id: 'o' as Id<'office'>, role, orgName: null },
  orgId: orgId as Id<'org'> | null,
})

test.each<[string, Held[], string[]]>([
  ['a secretary: the branch and its groups', [office('secretary', 'branch')], ['branch', 'group']],
  ['staff over the mine: everything', [office('committeeStaff', null)], TREE.map(({ id }) => String(id))],
  ['a member adds nothing', [office('member', 'branch')], []],
  ['a group leader: the group', [office('member', 'branch'), office('groupLeader', 'group')], ['group']],
])('%s', (_, offices, within) => {
  expect(unitsWithin(TREE, offices).map(({ id }) => String(id))).toEqual(within)
})
