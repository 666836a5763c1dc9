import type { CodeOf } from '../paper.ts'

/** The page of GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, and a body of 156 × 225 mm, so 翻口 26 mm and 地脚 35 mm. */
export const PAGE_MM = { width: 210, height: 297, top: 37, inner: 28, outer: 26, foot: 35 } as const

/** Sizes in points: title 2号, body 3号, page number 4号, tables and notes 5号. */
export const SIZE_PT = { title: 22, body: 16, number: 14, table: 10.5 } as const

/** 22 lines on 225 mm: 28.99 pt, set as 28.95 so that the last line is never pushed over. */
export const LINE_PT = 28.95

/** The page number stands 7 mm below the body. */
export const NUMBER_BELOW_MM = 7

/** The fonts an office has; Word and WPS supply them, they are not free to ship. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  number: '宋体',
} as const

/** The open font PDF is set in; under a wrong name another would silently stand in for it. */
export const PDF_FONT = 'Noto Sans S Chinese'

/** How wide a QR code is printed: half a millimetre and more for a module, as a telephone reads it off a copy of a copy. */
export const CODE_MM: Readonly<Record<CodeOf, number>> = { address: 24, lines: 34 }

/** Between a QR code and what is said of it. */
export const CODE_GAP_MM = 5

/** The width between the margins. */
export const bodyWidthMm = (lies: 'upright' | 'across'): number =>
  (lies === 'upright' ? PAGE_MM.width : PAGE_MM.height) - PAGE_MM.inner - PAGE_MM.outer
