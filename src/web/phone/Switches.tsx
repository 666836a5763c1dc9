import type { ReactNode } from 'react'
import { language, useLanguage } from '../../kit/web/say.ts'
import { size, useSize } from '../../kit/web/theme.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { words as deskWords, sizeWords } from '../desk/words.ts'

/** Changes to the other language, named in that language. */
export function LanguageSwitch(): ReactNode {
  const now = useLanguage()
  const other = now === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="button quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => language.set(other)}
    >
      {deskWords.otherLanguage[now]}
    </button>
  )
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
