import { expect, test } from 'vitest'
import { isRefused } from '../refuse.ts'
import fc from '../test/check.ts'
import { markupFilter } from './markup.ts'

function filtered(pieces: readonly string[]): string {
  const filter = markupFilter()
  const kept = pieces.map((piece) => filter.pass(piece))
  const refused = [...kept, filter.end()].some((answer) => isRefused(answer))
  return refused ? 'refused' : kept.join('')
}

const CASES: [string, string, string][] = [
  ['plain markup', '<a b="c">d</a>', '<a b="c">d</a>'],
  ['a declaration', '<?xml version="1.0"?><a/>', '<a/>'],
  ['a comment with markup in it', '<a><!-- <b> -- ]]> ?> --></a>', '<a></a>'],
  ['an empty comment', '<a><!----></a>', '<a></a>'],
  ['CDATA as text', '<a><![CDATA[<b>&]] ]]></a>', '<a>&lt;b&gt;&amp;]] </a>'],
  ['a document type', '<!DOCTYPE a []><a/>', 'refused'],
  ['an unknown declaration', '<a><!ELEMENT></a>', 'refused'],
  ['a comment without end', '<a/><!-- --', 'refused'],
  ['an opening cut short', '<a/><!-', 'refused'],
]

test.each(CASES)('%s', (_, markup, expected) => expect(filtered([markup])).toBe(expected))

test.each(CASES)('%s, however it is cut', (_, markup, expected) =>
  fc.assert(
    fc.property(fc.array(fc.nat(markup.length), { maxLength: 8 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), markup.length]
      const pieces = at.slice(1).map((to, i) => markup.slice(at[i], to))
      expect(filtered(pieces)).toBe(expected)
    }),
  ),
)

const MB = 1024 * 1024
test.each<[string, string[], boolean]>([
  ['a text as long as may be', [`<a>${'x'.repeat(MB - 3)}`, '</a>'], false],
  ['a letter more', [`<a>${'x'.repeat(MB - 2)}`, '</a>'], true],
  ['in many pieces', ['<a>', ...Array<string>(16).fill('x'.repeat(65_536))], true],
  ['an endless tag', [`<a b="${'x'.repeat(MB)}`], true],
  ['an endless comment is nothing', ['<a/><!--', 'x'.repeat(2 * MB), '-->'], false],
  ['endless CDATA is text', ['<a><![CDATA[', 'x'.repeat(2 * MB), ']]></a>'], true],
])('%s', (_, pieces, refused) => expect(filtered(pieces) === 'refused').toBe(refused))
