import type { Words } from '../kit/web/say.ts'
import type { Size, Theme } from '../kit/web/theme.ts'

/** What both faces say of how they look. */
export const themeWords: Readonly<Record<Theme, Words>> = {
  system: { zh: '跟随系统', en: 'As the system' },
  light: { zh: '浅色', en: 'Light' },
  dark: { zh: '深色', en: 'Dark' },
}
export const sizeWords: Readonly<Record<Size, Words>> = {
  normal: { zh: '标准字', en: 'Normal type' },
  large: { zh: '大字', en: 'Large type' },
}
/** The other language, in itself. */
export const otherLanguage: Words = { zh: 'English', en: '中文' }
export const otherLanguageShort: Words = { zh: 'EN', en: '中' }
