import type { ReactNode } from 'react'
import type { Language } from '../kit/web/say.ts'
import { language, useLanguage } from '../kit/web/say.ts'

/** Changes to the other language; `face` names it in itself, by the language of now. */
export function OtherLanguage({ face }: { face: (now: Language) => ReactNode }): ReactNode {
  const now = useLanguage()
  const other = now === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="button quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => language.set(other)}
    >
      {face(now)}
    </button>
  )
}
