import { expect, test } from 'vitest'
import { type Age, checkUnseen } from './revision.ts'

const refused = { refused: 'changed-meanwhile', clause: 'A2.1', facts: { rev: 4 } }

test.each<[string, Age, unknown]>([
  ['what was changed before it was read may be written', { readAt: 5, changedAt: 4 }, 'fine'],
  ['so may one changed by the very revision that was read', { readAt: 4, changedAt: 4 }, 'fine'],
  ['one changed since is refused', { readAt: 3, changedAt: 4 }, refused],
  ['one never changed may be written', { readAt: 1, changedAt: 0 }, 'fine'],
])('%s', (_, age, says) => expect(checkUnseen(age)).toEqual(says))
