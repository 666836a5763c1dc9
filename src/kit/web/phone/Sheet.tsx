import { type ReactNode, useState } from 'react'
import { useSay } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ui } from '../words.ts'

/** A question that rises from the foot of the page when its button is pressed. Esc and 取消 close it; so does what is inside, by `close`. */
export function Sheet(of: {
  title: string
  open: ReactNode
  kind?: 'primary' | 'plain' | 'quiet'
  children: (close: () => void) => ReactNode
}): ReactNode {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button kind={of.kind ?? 'plain'} onPress={() => setOpen(true)}>
        {of.open}
      </Button>
      {isOpen && (
        <Dialog title={of.title} onClose={close}>
          {of.children(close)}
          <Button kind="quiet" onPress={close}>
            {say(ui.cancel)}
          </Button>
        </Dialog>
      )}
    </>
  )
}
