import type { ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { PasswordInput } from '../../kit/web/ui/TextInput.tsx'
import { words } from '../words/pages.ts'

/** A password somebody is choosing. */
export function NewPassword(of: {
  label: string
  value: string
  onChange: (password: string) => void
}): ReactNode {
  const say = useSay()
  return (
    <PasswordInput path="password" autoComplete="new-password" hint={say(words.newPasswordHint)} {...of} />
  )
}
