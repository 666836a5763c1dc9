import { type ReactNode, useEffect, useState } from 'react'
import { type SayField, SayFieldContext } from '../../journal/ui/saying.ts'

type Sayer = { readonly of: SayField }

/** Hands down how fields of records are said. It has words of every slice, so it comes after the first page. */
export function Saying({ children }: { children: ReactNode }): ReactNode {
  const [sayer, setSayer] = useState<Sayer>({ of: () => undefined })
  useEffect(() => {
    void import('../../server/opening/say.ts').then(({ sayField }) => setSayer({ of: sayField }))
  }, [])
  return <SayFieldContext value={sayer.of}>{children}</SayFieldContext>
}
