import { type ReactNode, useState } from 'react'
import { copyText } from '../../kit/web/file.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ui } from '../../kit/web/words.ts'
import { deskWords } from '../words/desk.ts'
import { roleWords } from '../words/door.ts'

type Office = 'securityAdmin' | 'auditAdmin'
const OFFICES: readonly Office[] = ['securityAdmin', 'auditAdmin']

function OfficeLink({ office, link }: { office: Office; link: string }): ReactNode {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  const address = new URL(link, location.href).href
  return (
    <div className="office-link stack tight">
      <div className="row spread">
        <h2>{say(roleWords[office])}</h2>
        <Button onPress={() => void copyText(address).then(setCopied)}>
          {say(copied ? ui.copied : ui.copy)}
          <span className="unseen"> {say(roleWords[office])}</span>
        </Button>
      </div>
      <p className="code">{address}</p>
    </div>
  )
}

/** The two links that make the security and the audit administrator, to copy or print; they are shown only once. */
export function OfficeLinks({
  links,
  onKept,
}: {
  links: Readonly<Record<Office, string>>
  onKept: () => void
}): ReactNode {
  const say = useSay()
  return (
    <div className="stack">
      {OFFICES.map((office) => (
        <OfficeLink key={office} office={office} link={links[office]} />
      ))}
      <div className="row">
        <Button kind="primary" onPress={onKept}>
          {say(deskWords.linksKept)}
        </Button>
        <Button onPress={() => window.print()}>{say(ui.print)}</Button>
      </div>
    </div>
  )
}
