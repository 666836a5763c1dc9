import { expect, test } from 'vitest'
import { meaningsOf, type What } from './means.ts'

const before: What = { category: 'candidate', orgId: 'a', duesClass: 'employed', posts: '', shift: '早班' }

test.each<[string, Partial<What>, Partial<What>, string[]]>([
  ['nothing', {}, {}, []],
  ['admission', {}, { category: 'probationaryMember' }, ['becomesMember']],
  ['the end of probation', { category: 'probationaryMember' }, { category: 'fullMember' }, ['becomesFull']],
  ['leaving the Party', { category: 'fullMember' }, { category: 'masses' }, ['isMemberNoMore']],
  ['a step back before membership', {}, { category: 'activist' }, ['isSomethingElse']],
  ['another branch and shift', {}, { orgId: 'b', shift: '夜班' }, ['moves', 'worksOtherShift']],
  [
    'retirement with a post laid down',
    { posts: '书记' },
    { duesClass: 'retired' },
    ['paysOtherwise', 'holdsOtherPosts'],
  ],
])('%s means', (_, from, to, expected) => {
  expect(meaningsOf({ ...before, ...from }, { ...before, ...to })).toEqual(expected)
})
