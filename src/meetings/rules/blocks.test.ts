import { expect, test } from 'vitest'
import { changedBlocks } from './blocks.ts'

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
