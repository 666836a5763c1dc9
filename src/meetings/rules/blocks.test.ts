import { expect, test } from 'vitest'
import { type BlockAge, changedBlocks, checkBlock } from './blocks.ts'

const refused = { refused: 'changed-meanwhile', clause: 'A2.1', facts: { rev: 4 } }

test.each<[string, BlockAge, unknown]>([
  ['a block changed before it was read may be written', { readAt: 5, changedAt: 4 }, 'fine'],
  ['so may one changed by the very revision that was read', { readAt: 4, changedAt: 4 }, 'fine'],
  ['one changed since is refused', { readAt: 3, changedAt: 4 }, refused],
  ['one never changed may be written', { readAt: 1, changedAt: 0 }, 'fine'],
])('%s', (_, age, says) => expect(checkBlock(age)).toEqual(says))

const meeting = {
  kind: 'themeDay',
  heldOn: '2026-03-05',
  starts: '',
  ends: '',
  place: '',
  chair: '张三',
  recorder: '李四',
  lecturer: '',
  hoursHundredths: null,
  subject: '学习',
  resolution: '',
  absence: '',
}

test.each([
  ['the same wording changes nothing', {}, []],
  ['any fact changes the facts', { ends: '16:00' }, ['facts']],
  ['texts are blocks of their own', { subject: '讨论', absence: '一人病假' }, ['subject', 'absence']],
])('%s', (_, change, blocks) => expect(changedBlocks(meeting, { ...meeting, ...change })).toEqual(blocks))
