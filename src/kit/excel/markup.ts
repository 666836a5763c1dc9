import { isRefused, type Refused, refuse } from '../refuse.ts'

type No = Refused<'damaged-workbook'>

/** No tag and no text between two tags is longer in any workbook: a cell holds at most 32,767 characters. */
const LONGEST = 1024 * 1024

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

type Aside = { readonly opens: string; readonly closes: string; readonly keep: (text: string) => string }
const ASIDES: readonly Aside[] = [
  { opens: '<!--', closes: '-->', keep: () => '' },
  { opens: '<?', closes: '?>', keep: () => '' },
  {
    opens: '<![CDATA[',
    closes: ']]>',
    keep: (text) => text.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter),
  },
]
const LONGEST_OPENING = 9

type Filtered = { readonly kept: string; readonly held: string; readonly aside: Aside | undefined }

const damaged = (): No => refuse('damaged-workbook')

/** Where the next `<!`, `<?` or a `<` that may become one stands; the end of the text when there is none. */
function nextAside(text: string, from: number): number {
  const last = text.endsWith('<') ? text.length - 1 : text.length
  const found = [text.indexOf('<!', from), text.indexOf('<?', from)].filter((at) => at >= 0)
  return Math.min(last, ...found)
}

/** Goes on to the end of an aside, or as far as is certain when the text ends before it does. */
function passAside(
  text: string,
  from: number,
  { closes, keep }: Aside,
): { kept: string; to: number; ended: boolean } {
  const at = text.indexOf(closes, from)
  const to = at < 0 ? Math.max(from, text.length - closes.length + 1) : at
  return { kept: keep(text.slice(from, to)), to: at < 0 ? to : at + closes.length, ended: at >= 0 }
}

function filterPiece(text: string, open: Aside | undefined): Filtered | No {
  let aside = open
  let kept = ''
  let from = 0
  while (from < text.length) {
    if (aside) {
      const passed = passAside(text, from, aside)
      kept += passed.kept
      from = passed.to
      if (!passed.ended) return { kept, held: text.slice(from), aside }
    }
    const at = nextAside(text, from)
    kept += text.slice(from, at)
    if (at === text.length) return { kept, held: '', aside: undefined }
    aside = ASIDES.find(({ opens }) => text.startsWith(opens, at))
    if (!aside) return text.length - at < LONGEST_OPENING ? { kept, held: text.slice(at), aside } : damaged()
    from = at + aside.opens.length
  }
  return { kept, held: '', aside }
}

/**
 * What is left of a part's XML, piece by piece, for a parser that gathers whole tokens in memory: comments and
 * processing instructions are dropped, CDATA becomes plain text, document types and endless tokens are refused.
 */
export function markupFilter(): { pass: (piece: string) => string | No; end: () => No | undefined } {
  let state: Filtered = { kept: '', held: '', aside: undefined }
  let sinceTag = 0
  const isEndless = (kept: string): boolean => {
    const first = kept.indexOf('<')
    const run = sinceTag + (first < 0 ? kept.length : first)
    sinceTag = first < 0 ? run : kept.length - kept.lastIndexOf('<')
    return Math.max(run, sinceTag) > LONGEST
  }
  return {
    pass: (piece) => {
      const filtered = filterPiece(state.held + piece, state.aside)
      if (isRefused(filtered)) return filtered
      state = filtered
      return isEndless(state.kept) ? damaged() : state.kept
    },
    end: () => (state.held || state.aside ? damaged() : undefined),
  }
}
