import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSay } from '../say.ts'
import { ui } from '../words.ts'
import { Button } from './Button.tsx'

/** Prints the page as it stands, without what only a screen needs. */
export function PrintButton(): ReactNode {
  const say = useSay()
  return (
    <Button onPress={() => window.print()}>
      <Printer size={16} aria-hidden /> {say(ui.print)}
    </Button>
  )
}
