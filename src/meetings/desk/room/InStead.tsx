import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { words } from '../../words/sitting.ts'

/** Asked before somebody signs in a place where another is named (R11): with both names. */
export function InStead(of: {
  readonly named: string
  readonly ownName: string
  readonly onSign: () => void
  readonly onClose: () => void
}): ReactNode {
  const say = useSay()
  const { named, ownName } = of
  return (
    <Dialog title={say(words.inStead)} onClose={of.onClose}>
      <p>{say(words.inSteadLead, { named, name: ownName })}</p>
      <div className="row">
        <Button kind="primary" onPress={of.onSign}>
          {say(words.signInStead, { named })}
        </Button>
      </div>
    </Dialog>
  )
}
