/** A column of a table on paper: its head, its share of the width, and on which side its cells stand. */
export type PaperColumn = {
  readonly head: string
  readonly share: number
  readonly side?: 'left' | 'middle' | 'right'
}

/** What a QR code holds: an address of some 80 characters, or lines of some 200. */
export type CodeOf = 'address' | 'lines'
export type PaperCode = { readonly of: CodeOf; readonly holds: string }

/**
 * A piece of a paper, in its order. `heading`: of the first level, 一、; `subheading`: of the second, （一）; `note`: small, such as a legend;
 * `page`: what follows begins a new page; `codes`: a QR code or two with what is said of them between, line by line.
 */
export type PaperPiece =
  | { readonly kind: 'heading' | 'subheading' | 'text' | 'note'; readonly text: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'codes'; readonly left: PaperCode; readonly right?: PaperCode; readonly text: string }
  | {
      readonly kind: 'table'
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
      /** How high a row is at least, in millimetres: room for a pen. */
      readonly rowMm?: number
    }

/** A paper as an office writes it, before it is set as Word or PDF by the rules of GB/T 9704. */
export type Paper = {
  readonly title: string
  /** To whom it is sent, without the colon; left out: a paper for the file. */
  readonly to?: string
  readonly pieces: readonly PaperPiece[]
  /** Who signs, and the day as it is written below. */
  readonly signed?: { readonly by: string; readonly on: string }
  readonly lies: 'upright' | 'across'
}
