import { expect, test } from 'vitest'
import type { PackFinding } from './finding.ts'
import { heldAgainst, type Known } from './known.ts'

const pack = { log: { origin: 'a', vkey: 'a+1+A' }, policy: 'quorum none\n' }
const chain: PackFinding = { code: 'chain-bad', subject: 's', rev: 2 }

test.each<[string, Known, readonly PackFinding[], readonly string[]]>([
  ['nothing is known: nothing is added', {}, [], []],
  ['both are those of the pack', { vkey: 'a+1+A', policy: 'quorum none\n' }, [chain], ['chain-bad']],
  ['the key is another', { vkey: 'a+1+B' }, [], ['key-bad']],
  [
    'the policy is another, by one letter',
    { policy: 'quorum none\n\n' },
    [chain],
    ['policy-bad', 'chain-bad'],
  ],
  ['an empty policy is one too', { policy: '' }, [], ['policy-bad']],
  ['both are', { vkey: '', policy: '' }, [chain], ['key-bad', 'policy-bad', 'chain-bad']],
])('%s', (_, known, found, codes) => {
  const findings = heldAgainst(known, pack, found)
  expect(findings.map(({ code }) => code)).toEqual(codes)
  expect(findings.filter(({ subject }) => subject)).toEqual(found)
})
