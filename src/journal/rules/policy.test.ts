import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { showCheckpoint } from './checkpoint.ts'
import { cosignedText, keyIdOf, SIGNATURE_TYPES, type Signature, showNote, showVkey } from './note.ts'
import { isWitnessed, type Policy, parsePolicy, policyOf } from './policy.ts'

/** Somebody who signs, with a key made of one number. */
function keyed(name: string, number: number, type: number) {
  const secret = new Uint8Array(32).fill(number)
  const signer = { name, type, publicKey: ed25519.getPublicKey(secret) }
  return { name, secret, signer, vkey: showVkey(signer), keyId: keyIdOf(signer) }
}
const log = keyed('mine.example/log', 1, SIGNATURE_TYPES.ed25519)
const office = keyed('office.example/w', 2, SIGNATURE_TYPES.cosignature)
const deputy = keyed('deputy.example/w', 3, SIGNATURE_TYPES.cosignature)
const phones = [4, 5, 6, 7].map((at) => keyed(`phone/${at}`, at, SIGNATURE_TYPES.cosignature))
const [first, second, third, fourth] = phones as [typeof office, typeof office, typeof office, typeof office]
const text = showCheckpoint({ origin: log.name, size: 12, root: new Uint8Array(32).fill(9) })

const byLog: Signature = {
  name: log.name,
  keyId: log.keyId,
  signature: ed25519.sign(utf8ToBytes(text), log.secret),
}
function cosign({ name, keyId, secret }: typeof office, timeS: number, of = text): Signature {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(timeS))
  const bytes = ed25519.sign(utf8ToBytes(cosignedText(BigInt(timeS), of)), secret)
  return { name, keyId, signature: concatBytes(time, bytes) }
}
const noteOf = (...signatures: Signature[]): string => showNote({ text, signatures: [byLog, ...signatures] })

const known = [
  { vkey: office.vkey, kind: 'committee' },
  { vkey: deputy.vkey, kind: 'committee' },
  ...phones.map(({ vkey }) => ({ vkey, kind: 'phone' as const })),
] as const
function policyFor(committees: number, phones: number): Policy {
  const made = policyOf(log.vkey, known, { committees, phones })
  const read = isRefused(made) ? made : parsePolicy(made)
  if (isRefused(read)) throw new Error(read.refused)
  return read
}

test('a policy is written as C2SP tlog-policy has it', () => {
  const made = policyOf(log.vkey, known.slice(0, 3), { committees: 2, phones: 1 })
  expect(made).toBe(`log ${log.vkey}
witness office.example/w ${office.vkey}
witness deputy.example/w ${deputy.vkey}
witness phone/4 ${first.vkey}
group committees 2 office.example/w deputy.example/w
group phones 1 phone/4
group both all committees phones
quorum both
`)
})

test('more witnesses than there are cannot be asked for', () => {
  expect(policyOf(log.vkey, known, { committees: 3, phones: 0 })).toMatchObject({
    refused: 'too-few-witnesses',
  })
  expect(policyOf(log.vkey, known, { committees: 2, phones: 5 })).toMatchObject({
    facts: { kind: 'phone', known: 4 },
  })
})

const [one, two] = [cosign(office, 1000), cosign(deputy, 2000)]
test.each([
  ['nobody signed', 1, 0, [], undefined],
  ['one of two is enough', 1, 0, [two], 2000],
  ['the earlier of two counts where one is enough', 1, 0, [two, one], 1000],
  ['the later of two counts where both are needed', 2, 0, [one, two], 2000],
  ['one is not both', 2, 0, [one], undefined],
  ['nobody is needed, so nobody witnesses', 0, 0, [one, two], undefined],
  ['the third phone of four', 0, 3, phones.map((phone, at) => cosign(phone, 500 - at)), 499],
  ['two phones are not three', 0, 3, [cosign(first, 1), cosign(fourth, 2)], undefined],
  ['office and phones', 1, 2, [cosign(second, 7), one, cosign(third, 3000)], 3000],
  ['office without phones', 1, 2, [one, cosign(second, 7)], undefined],
  ['the same phone twice is one', 0, 2, [cosign(first, 5), cosign(first, 6)], undefined],
  ['the earlier of two lines of one witness', 1, 0, [cosign(office, 9), cosign(office, 8)], 8],
  ['a signature under another text', 1, 0, [cosign(office, 9, text.replace('12', '13'))], undefined],
  ['a stranger', 1, 0, [cosign(keyed(office.name, 77, SIGNATURE_TYPES.cosignature), 9)], undefined],
])('%s', (_, committees, phones, signatures, timeS) =>
  expect(isWitnessed(policyFor(committees, phones), noteOf(...signatures))).toBe(timeS),
)

describe('without the good signature of the log nothing is witnessed', () => {
  const policy = policyFor(1, 0)
  const bad = { ...byLog, signature: byLog.signature.with(3, (byLog.signature[3] ?? 0) ^ 1) }
  test.each([
    ['none', showNote({ text, signatures: [one] })],
    ['a bad one', showNote({ text, signatures: [bad, one] })],
    ['no note at all', 'hello'],
  ])('%s', (_, note) => expect(isWitnessed(policy, note)).toBeUndefined())
})

const good = `log ${log.vkey} https://a.example\n# who\n\n\twitness X ${office.vkey}  https://b.example\nwitness Y ${deputy.vkey}\n group G any X Y\nquorum G\n`
test('spaces, tabs, comments and addresses are read over', () => {
  const read = parsePolicy(good)
  if (isRefused(read)) throw new Error('refused')
  expect([...read.witnesses.keys(), read.quorum, read.logs.length]).toEqual(['X', 'Y', 'G', 1])
  expect(isWitnessed(read, noteOf(two))).toBe(2000)
})
test('groups of groups are counted', () => {
  const nested = `log ${log.vkey}\nwitness a ${first.vkey}\nwitness b ${second.vkey}\nwitness c ${third.vkey}\ngroup g 2 a b\ngroup h all g c\nquorum h\n`
  const read = parsePolicy(nested)
  if (isRefused(read)) throw new Error('refused')
  expect(isWitnessed(read, noteOf(cosign(first, 1), cosign(second, 5), cosign(third, 3)))).toBe(5)
  expect(isWitnessed(read, noteOf(cosign(first, 1), cosign(second, 5)))).toBeUndefined()
})
const policy = (...lines: string[]): string => `${lines.join('\n')}\n`
const x = `witness X ${office.vkey}`
test.each([
  ['nothing', ''],
  ['no quorum', policy(x)],
  ['two quorums', policy(x, 'quorum X', 'quorum X')],
  ['a quorum of nobody known', policy(x, 'quorum Z')],
  ['a quorum named before its witness', policy('quorum X', x)],
  ['a quorum of two names', policy(x, 'quorum X X')],
  ['a witness called none', policy(`witness none ${office.vkey}`, 'quorum none')],
  ['a name twice', policy(x, `witness X ${deputy.vkey}`, 'quorum X')],
  ['a key twice', policy(x, `witness Y ${office.vkey}`, 'quorum X')],
  ['a log’s key for a witness', policy(`witness X ${log.vkey}`, 'quorum X')],
  ['a witness’s key for a log', policy(`log ${office.vkey}`, 'quorum none')],
  ['a log twice', policy(`log ${log.vkey}`, `log ${log.vkey}`, 'quorum none')],
  ['a broken key', policy(`witness X ${office.vkey}x`, 'quorum X')],
  ['a group of nobody', policy(x, 'group G any', 'quorum X')],
  ['a group that needs none', policy(x, 'group G 0 X', 'quorum G')],
  ['a group that needs more than it has', policy(x, 'group G 2 X', 'quorum G')],
  ['a group of itself', policy(x, 'group G any G', 'quorum G')],
  ['a member twice in a group', policy(x, 'group G any X X', 'quorum G')],
  ['a member of two groups', policy(x, 'group G any X', 'group H any X', 'quorum G')],
  ['a group of none', policy(x, 'group G any none', 'quorum G')],
  ['an unknown word', policy(x, 'quorum X', 'constructor X')],
  ['no last line break', policy(x, 'quorum X').trimEnd()],
  ['a carriage return', policy(x, 'quorum X').replace('\n', '\r\n')],
])('a policy with %s is refused', (_, text) => expect(isRefused(parsePolicy(text))).toBe(true))
