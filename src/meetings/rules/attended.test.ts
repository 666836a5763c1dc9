import { expect, test } from 'vitest'
import { attendedState } from './attended.ts'

test.each([
  ['there', { state: 'present', reason: '' }, 'present'],
  ['a remark on somebody there changes nothing', { state: 'present', reason: '补课' }, 'present'],
  ['absent, no ground written', { state: 'absent', reason: ' ' }, 'absent'],
  ['absent with a ground', { state: 'absent', reason: '井下当班' }, 'withGround'],
  ['absent and made up for', { state: 'absent', reason: '井下当班，9月3日已补课' }, 'madeUp'],
  ['not counted', { state: 'excluded', reason: '借调在外' }, 'excluded'],
] as const)('%s', (_, line, state) => expect(attendedState(line)).toBe(state))
