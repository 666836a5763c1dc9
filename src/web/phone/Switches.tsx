import type { ReactNode } from 'react'
import { useLanguage } from '../../kit/web/say.ts'
import { size, useSize } from '../../kit/web/theme.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { OtherLanguage } from '../OtherLanguage.tsx'
import { otherLanguage, sizeWords } from '../words.ts'

/** Changes to the other language, named in that language. */
export function LanguageSwitch(): ReactNode {
  return <OtherLanguage face={(now) => otherLanguage[now]} />
}

/** Changes between normal and large type. */
export function SizeSwitch(): ReactNode {
  const other = useSize() === 'large' ? 'normal' : 'large'
  return (
    <Button kind="quiet" onPress={() => size.set(other)}>
      {sizeWords[other][useLanguage()]}
    </Button>
  )
}
