import { ConfigProvider, type ThemeConfig, theme as themes } from 'antd'
import en from 'antd/es/locale/en_US.js'
import zh from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import type { ComponentProps, ReactNode } from 'react'
import 'dayjs/locale/zh-cn'
import { type Language, useLanguage } from '../say.ts'
import { type Size, shownTheme, useSize, useTheme } from '../theme.ts'

const COLOURS = {
  light: {
    colorPrimary: '#b3261e',
    colorTextLightSolid: '#ffffff',
    colorBgBase: '#ffffff',
    colorBgContainer: '#ffffff',
    colorBgElevated: '#ffffff',
    colorText: '#1f2328',
    colorTextSecondary: '#57606a',
    colorTextPlaceholder: '#57606a',
    colorBorder: '#868e97',
    colorSplit: '#d8dee4',
    colorSuccess: '#1a7f37',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorInfo: '#0b5cad',
  },
  dark: {
    colorPrimary: '#ff8a80',
    colorTextLightSolid: '#0f1318',
    colorBgBase: '#0f1318',
    colorBgContainer: '#0f1318',
    colorBgElevated: '#171c22',
    colorText: '#e6eaef',
    colorTextSecondary: '#9aa4af',
    colorTextPlaceholder: '#9aa4af',
    colorBorder: '#68727d',
    colorSplit: '#2c333b',
    colorSuccess: '#56d364',
    colorWarning: '#e3b341',
    colorError: '#ff8a80',
    colorInfo: '#79b8ff',
  },
} as const
const SIZES: Readonly<Record<Size, { fontSize: number; controlHeight: number }>> = {
  normal: { fontSize: 16, controlHeight: 36 },
  large: { fontSize: 21, controlHeight: 48 },
}

type Locale = NonNullable<ComponentProps<typeof ConfigProvider>['locale']>
/** The locales' types describe another module format than the one bundled: what arrives is the locale itself. */
const LOCALES: Readonly<Record<Language, Locale>> = {
  zh: zh as unknown as Locale,
  en: en as unknown as Locale,
}

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** The house's tokens as Ant Design takes them. */
export const antdTheme = (shown: 'light' | 'dark', size: Size): ThemeConfig => ({
  algorithm: shown === 'dark' ? themes.darkAlgorithm : themes.defaultAlgorithm,
  token: {
    ...COLOURS[shown],
    ...SIZES[size],
    fontFamily: 'var(--face)',
    borderRadius: 6,
    boxShadow: 'none',
    boxShadowSecondary: '0 0 0 1px var(--edge)',
    motion: !isStill(),
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.14s',
  },
})

const nonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined

/** Ant Design's parts inside wear the house's tokens and speak its language. Only pages that use such parts load this. */
export function Antd({ children }: { children: ReactNode }): ReactNode {
  const language = useLanguage()
  const size = useSize()
  useTheme()
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  const given = nonce()
  return (
    <ConfigProvider
      locale={LOCALES[language]}
      theme={antdTheme(shownTheme(), size)}
      wave={{ disabled: true }}
      {...(given && { csp: { nonce: given } })}
    >
      {children}
    </ConfigProvider>
  )
}
