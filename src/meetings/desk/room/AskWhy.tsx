import type { ReactNode } from 'react'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { words } from '../../words/sitting.ts'

/** A question before something is done to a room, answered with the reason. */
export function AskWhy(of: {
  readonly title: string
  readonly lead: string
  readonly send: string
  readonly busy: boolean
  readonly onSend: (why: string) => Promise<void>
  readonly onClose: () => void
  /** Why the server said no. */
  readonly children: ReactNode
}): ReactNode {
  const say = useSay()
  const [why, setWhy] = useHeld(`why.${of.title}`, '')
  return (
    <Dialog title={of.title} onClose={of.onClose}>
      <Form label={of.title} onSend={() => void of.onSend(why)}>
        <p className="soft">{of.lead}</p>
        {of.children}
        <TextInput path="why" label={say(words.discardWhy)} value={why} onChange={setWhy} />
        <Send busy={of.busy}>{of.send}</Send>
      </Form>
    </Dialog>
  )
}
