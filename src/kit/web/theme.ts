import { keepOneOf, useKept } from './kept.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const SIZES = ['normal', 'large'] as const
export type Size = (typeof SIZES)[number]

/** Light or dark; what the system says until somebody chose. */
export const theme = keepOneOf<Theme>('pitlamp.theme', THEMES, 'system')
/** Normal type (16 px) or large (21 px). */
export const size = keepOneOf<Size>('pitlamp.size', SIZES, 'normal')

const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

/** The theme as it is shown: what was chosen, or what the system says. */
export function shownTheme(): 'light' | 'dark' {
  const chosen = theme.read()
  if (chosen !== 'system') return chosen
  return systemDark().matches ? 'dark' : 'light'
}

/** Puts theme and type size on the page, now and whenever they change. */
export function markTheme(): void {
  const mark = (): void => {
    document.documentElement.setAttribute('data-theme', shownTheme())
    document.documentElement.setAttribute('data-size', size.read())
  }
  theme.listen(mark)
  size.listen(mark)
  systemDark().addEventListener('change', mark)
  mark()
}

export const useTheme = (): Theme => useKept(theme)
export const useSize = (): Size => useKept(size)
