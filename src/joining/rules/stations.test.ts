import { expect, test } from 'vitest'
import { type Day, day } from '../../kit/day.ts'
import type { Step } from '../rules.ts'
import { clockOf, nextStep, stageOfCase, stationsOf } from './stations.ts'

const caseOf = (steps: Partial<Record<Step, string>>) => ({
  steps: Object.fromEntries(Object.entries(steps).map(([step, on]) => [step, day(on)])) as Partial<
    Record<Step, Day>
  >,
})

test.each<[string, Partial<Record<Step, string>>, Step | undefined, string]>([
  ['nothing yet: the application', {}, 'submitApplication', 'application'],
  ['an application: the talk', { submitApplication: '2026-01-01' }, 'intakeTalk', 'application'],
  [
    'a step left out is passed over',
    { submitApplication: '2026-01-01', nominateActivist: '2026-06-01' },
    'fileActivist',
    'activist',
  ],
  [
    'an activist who may become a candidate is an activist still',
    { cultivateActivist: '2026-06-01' },
    'decideCandidate',
    'activist',
  ],
  ['the archive ends it', { archive: '2026-01-01' }, undefined, 'probation'],
])('%s', (_, steps, next, stage) => {
  expect(nextStep(caseOf(steps))).toBe(next)
  expect(stageOfCase(caseOf(steps))).toBe(stage)
})

test.each<[string, Partial<Record<Step, string>>, Step, string | undefined]>([
  ['J2: the talk within a month', { submitApplication: '2026-01-31' }, 'intakeTalk', 'latest 2026-02-28 J2'],
  [
    'no clock once it is done',
    { submitApplication: '2026-01-31', intakeTalk: '2026-02-01' },
    'intakeTalk',
    undefined,
  ],
  ['no clock before it begins', {}, 'intakeTalk', undefined],
  [
    'J3: candidate not before a year',
    { nominateActivist: '2025-10-08' },
    'decideCandidate',
    'earliest 2026-10-08 J3',
  ],
  ['J9: approval', { acceptanceMeeting: '2026-07-01' }, 'committeeApproval', 'latest 2026-10-01 J9'],
  ['J10: conversion', { acceptanceMeeting: '2026-07-01' }, 'conversionMeeting', 'earliest 2027-07-01 J10'],
  ['J13: approval of it', { conversionMeeting: '2026-07-01' }, 'conversionApproval', 'latest 2026-10-01 J13'],
  ['the oath has no clock', { acceptanceMeeting: '2026-07-01' }, 'oath', undefined],
])('clock: %s', (_, steps, step, expected) => {
  const clock = clockOf(caseOf(steps), step)
  expect(clock && `${clock.kind} ${clock.on} ${clock.clause}`).toBe(expected)
})

test('25 stations in order, one of them next', () => {
  const stations = stationsOf(caseOf({ submitApplication: '2026-01-01' }))
  expect(stations.map(({ no }) => no)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
  expect(stations.filter(({ isNext }) => isNext).map(({ step }) => step)).toEqual(['intakeTalk'])
})
