import { expect, test } from 'vitest'
import { treeWithin, type Unit } from './units.ts'

const unit = (id: string, parentId: string | null): Unit =>
  ({ id, parentId, code: id, name: id, kind: parentId ? 'branch' : 'committee' }) as Unit
/** By code, as they come: a branch stands before the committee above it. */
const UNITS = [unit('A1', 'M'), unit('A2', 'M'), unit('M', null), unit('Z', 'A2')]
const idsOf = (units: readonly Unit[]): string[] => units.map(({ id }) => String(id))

test('over the whole mine one begins at its top, whatever the codes are', () => {
  expect(idsOf(treeWithin(UNITS, 'mine'))).toEqual(['M', 'A1', 'A2', 'Z'])
})

test('over a branch one begins there: what stands above is not within reach', () => {
  const [, branch] = UNITS
  expect(idsOf(treeWithin(UNITS, branch ? [branch.id] : []))).toEqual(['A2', 'Z'])
})
