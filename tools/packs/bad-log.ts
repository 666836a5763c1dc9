import { edited, must } from './draft.ts'
import { type Bad, last, swap } from './spoil.ts'

const otherKey = (vkey: string): string => {
  const [name = '', , key = ''] = vkey.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/)
  return `${name}+00000000+${key}`
}
const lines = (text: string): string[] => text.split('\n')

/** Ways to spoil key, policy and checkpoints. */
export const BAD_LOG: readonly Bad[] = [
  {
    name: 'key-id',
    code: 'key-bad',
    spoil: (pack) => {
      pack.log.vkey = otherKey(pack.log.vkey)
    },
  },
  {
    name: 'key-empty',
    code: 'key-bad',
    spoil: (pack) => {
      pack.log.vkey = ''
    },
  },
  {
    name: 'key-origin',
    code: 'key-bad',
    spoil: (pack) => {
      pack.log.origin += 'x'
    },
  },
  {
    name: 'policy-word',
    code: 'policy-bad',
    spoil: (pack) => {
      pack.policy = `witnesses\n${pack.policy}`
    },
  },
  {
    name: 'policy-no-quorum',
    code: 'policy-bad',
    spoil: (pack) => {
      pack.policy = pack.policy.replace(/quorum.*\n/, '')
    },
  },
  {
    name: 'policy-quorum-unknown',
    code: 'policy-bad',
    spoil: (pack) => {
      pack.policy = pack.policy.replace(/quorum.*\n/, 'quorum nobody\n')
    },
  },
  {
    name: 'policy-no-log',
    code: 'policy-bad',
    spoil: (pack) => {
      pack.policy = pack.policy.replace(/log.*\n/, '')
    },
  },
  {
    name: 'policy-two-quorums',
    code: 'policy-bad',
    spoil: (pack) => {
      pack.policy += 'quorum none\n'
    },
  },
  {
    name: 'policy-other-log',
    code: 'policy-bad',
    spoil: (pack) => {
      pack.policy = pack.policy.replace(
        /log .*\n/,
        'log PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n',
      )
    },
  },
  {
    name: 'note-break',
    code: 'note-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = last(pack.checkpoints).slice(0, -1)
    },
  },
  { name: 'note-order', code: 'note-bad', spoil: (pack) => swap(pack.checkpoints, 0, 1) },
  {
    name: 'note-twice',
    code: 'note-bad',
    spoil: (pack) => {
      pack.checkpoints[1] = must(pack.checkpoints[0])
    },
  },
  {
    name: 'note-line-twice',
    code: 'note-bad',
    spoil: (pack) => {
      pack.checkpoints[0] += `${lines(must(pack.checkpoints[0])).at(-2)}\n`
    },
  },
  {
    name: 'note-extension',
    code: 'note-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = must(pack.checkpoints[0]).replace('\n\n', '\nmore\n\n')
    },
  },
  {
    name: 'note-origin',
    code: 'note-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = `x${pack.checkpoints[0]}`
    },
  },
  {
    name: 'note-size',
    code: 'note-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = must(pack.checkpoints[0]).replace(/\n(\d+)\n/, '\n0$1\n')
    },
  },
  {
    name: 'signature-edited',
    code: 'signature-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = must(pack.checkpoints[0]).replace(
        /(\n\n— \S+ .{30})(.)/,
        (_, before, letter) => `${before}${letter === 'A' ? 'B' : 'A'}`,
      )
    },
  },
  {
    name: 'signature-missing',
    code: 'signature-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = must(pack.checkpoints[0]).replace(/\n\n— .*\n/, '\n\n')
    },
  },
  {
    name: 'signature-root',
    code: 'signature-bad',
    spoil: (pack) => {
      pack.checkpoints[0] = must(pack.checkpoints[0]).replace(
        /\n(\d+)\n(.)/,
        (_, size, letter) => `\n${size}\n${letter === 'A' ? 'B' : 'A'}`,
      )
    },
  },
  {
    name: 'witness-edited',
    code: 'witness-bad',
    spoil: (pack) => {
      pack.checkpoints[1] = must(pack.checkpoints[1]).replace(
        /(— committee\S* .{40})(.)/,
        (_, before, letter) => `${before}${letter === 'A' ? 'B' : 'A'}`,
      )
    },
  },
  {
    name: 'witness-time',
    code: 'witness-bad',
    spoil: (pack) => {
      pack.checkpoints[1] = must(pack.checkpoints[1]).replace(
        /(— phone-1\S* .{14})(.)/,
        (_, before, letter) => `${before}${letter === 'A' ? 'B' : 'A'}`,
      )
    },
  },
  {
    name: 'witness-of-other',
    code: 'witness-bad',
    spoil: (pack) => {
      const [line] = must(/— committee.*\n/.exec(last(pack.checkpoints)))
      pack.checkpoints[0] = must(pack.checkpoints[0]).replace(/— committee.*\n/, line)
    },
  },
  { name: 'consistency-missing', code: 'consistency-bad', spoil: (pack) => void pack.consistency.pop() },
  {
    name: 'consistency-more',
    code: 'consistency-bad',
    spoil: (pack) => void pack.consistency.push(last(pack.consistency)),
  },
  {
    name: 'consistency-sizes',
    code: 'consistency-bad',
    spoil: (pack) => {
      last(pack.consistency).from += 1
    },
  },
  {
    name: 'consistency-node',
    code: 'consistency-bad',
    spoil: (pack) => {
      const one = must(pack.consistency.find(({ proof }) => proof.length > 0))
      one.proof[0] = edited(must(one.proof[0]), 3)
    },
  },
  {
    name: 'consistency-short',
    code: 'consistency-bad',
    spoil: (pack) => void must(pack.consistency.find(({ proof }) => proof.length > 0)).proof.pop(),
  },
]
