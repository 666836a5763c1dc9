import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { newId } from '../../kit/id.ts'
import { isVoted, typedFrom } from './votes.ts'

const vote = { ...{ id: newId<'meeting_vote'>(), step: 'acceptanceMeeting' as const, subject: '接收' } }
const counted = { ...vote, heldOn: day('2026-10-01'), expected: 12, present: 10, yes: 9 }

test('a vote gives each number of its step', () => {
  expect(typedFrom(counted, 'acceptanceMeeting')).toEqual({
    acceptanceExpected: '12',
    acceptancePresent: '10',
    acceptanceYes: '9',
  })
  expect(typedFrom(counted, 'conversionMeeting')).toMatchObject({ conversionYes: '9' })
})

test('only the two general meetings are voted', () =>
  expect([isVoted('acceptanceMeeting'), isVoted('conversionMeeting'), isVoted('assignMentors')]).toEqual([
    true,
    true,
    false,
  ]))
