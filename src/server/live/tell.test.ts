import { expect, test } from 'vitest'
import { reachOf } from '../../access/rules/may.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import type { Change } from './follow.ts'
import { maySee, told } from './tell.ts'

const [branch, other] = ['branch', 'other'] as unknown as [Id<'org'>, Id<'org'>]
const actor = (role: string, orgId: Id<'org'> | null, personId = 'somebody'): Actor =>
  ({ mineId: 'mine', accountId: 'account', personId, mustChange: false, offices: [{ role, orgId }] }) as never
const change = (record: string, owner = 'owner'): Change => ({
  record,
  subject: 'subject',
  whole: null,
  owner,
  units: [branch],
})

test.each([
  ['a secretary is told of a meeting of the branch', actor('secretary', branch), change('meeting'), true],
  ['not of one of another branch', actor('secretary', other), change('meeting'), false],
  ['an inspector of the mine is told', actor('inspector', null), change('meeting'), true],
  ['a member is not told what others pay', actor('member', branch), change('dues_payment'), false],
  ['but of what they paid themselves', actor('member', branch, 'owner'), change('dues_payment'), true],
  ['who keeps rights is not told of people', actor('securityAdmin', null), change('person'), false],
  [
    'what concerns one person alone is nobody else’s',
    actor('secretary', branch),
    change('privacy_acceptance'),
    false,
  ],
  ['what nobody shows is told to nobody', actor('inspector', null), change('nothing'), false],
])('%s', (_, who, of, seen) => expect(maySee({ reachOf }, who, of)).toBe(seen))

test('before the first password is changed nothing is told', () =>
  expect(maySee({ reachOf }, { ...actor('secretary', branch), mustChange: true }, change('meeting'))).toBe(
    false,
  ))

test('a complaint is told of without saying whose it is', () => {
  expect(told(change('voice'))).toMatchObject({ ids: null })
  expect(JSON.stringify(told(change('voice')))).not.toContain('owner')
  expect(told(change('dues_payment')).ids).toContain('owner')
})

test('whoever has a meeting open is told of its parts', () =>
  expect(told({ ...change('minute'), whole: 'meeting' }).ids).toContain('meeting'))
