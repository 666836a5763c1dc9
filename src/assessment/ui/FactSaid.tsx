import type { ReactNode } from 'react'
import { useLanguage } from '../../kit/web/say.ts'
import { sayFact, sayValue } from './say-fact.ts'

/** What a fact counts. */
export function FactSaid({ of }: { of: string }): ReactNode {
  return sayFact(of, useLanguage())
}

/** A fact's value with its unit; a dash when there is none. */
export function ValueSaid({ of, value }: { of: string; value: string | null }): ReactNode {
  const language = useLanguage()
  return value === null ? '–' : sayValue(of, value, language)
}
