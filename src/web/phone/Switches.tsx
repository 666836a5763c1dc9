import type { ReactNode } from 'react'
import { useLanguage } from '../../kit/web/say.ts'
import { size, useSize } from '../../kit/web/theme.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { words as deskWords, sizeWords } from '../desk/words.ts'
import { OtherLanguage } from '../OtherLanguage.tsx'

/** Changes to the other language, named in that language. */
export function LanguageSwitch(): ReactNode {
  return <OtherLanguage face={(now) => deskWords.otherLanguage[now]} />
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
