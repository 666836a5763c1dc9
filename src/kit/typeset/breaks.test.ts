import { expect, test } from 'vitest'
import type { Paper, PaperPiece } from '../paper.ts'
import { runsInPdf } from '../test/pdf-text.ts'
import { BREAK, breakable } from './breaks.ts'
import { bodyWidthMm, PAGE_MM } from './measures.ts'
import { setPaper } from './typeset.ts'

const apart = (text: string): string => [...text].join(BREAK)

test.each([
  ['words that fit stay whole', '学习 abc-123，继续', 7, '学习 abc-123，继续'],
  ['a run of just a line', 'abcd', 4, 'abcd'],
  ['one character more', 'abcde', 4, apart('abcde')],
  ['Chinese ends a line anywhere already', '学习学习学习', 4, '学习学习学习'],
  ['only the long run of a sentence', '链接abcde，见 ab', 4, `链接${apart('abcde')}，见 ab`],
  ['nothing but stops', '。。。。。', 4, apart('。。。。。')],
  [
    'what is one character to the eye is kept together',
    'abce\u0301f',
    4,
    `a${BREAK}b${BREAK}c${BREAK}e\u0301${BREAK}f`,
  ],
])('%s', (_, text, most, expected) => expect(breakable(text, most)).toBe(expected))

const PT_PER_MM = 72 / 25.4
const LONG = Array.from({ length: 100 }, (_, at) => `W${'abcdefghij'[at % 10]}${at % 7}`).join('')
const pieces: readonly (readonly [string, PaperPiece])[] = [
  ['text', { kind: 'text', text: `议题：${LONG}完` }],
  ['note', { kind: 'note', text: LONG }],
  ['heading', { kind: 'heading', text: LONG }],
  [
    'table',
    {
      kind: 'table',
      columns: [
        { head: '序号', share: 1 },
        { head: '内容', share: 3 },
      ],
      rows: [['1', LONG]],
    },
  ],
]

test.each(pieces)('300 letters without a blank stand whole within the margins: %s', async (_, piece) => {
  const paper: Paper = { title: '记录', lies: 'upright', pieces: [piece] }
  const runs = runsInPdf(await setPaper(paper, 'pdf'))
  expect(runs.map(({ text }) => text).join('')).toContain(LONG)
  const left = PAGE_MM.inner * PT_PER_MM
  expect(Math.min(...runs.map((run) => run.left))).toBeGreaterThanOrEqual(left - 0.01)
  const right = left + bodyWidthMm('upright') * PT_PER_MM
  expect(Math.max(...runs.map((run) => run.right))).toBeLessThanOrEqual(right + 0.01)
})
