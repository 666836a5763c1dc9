import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useDraft } from '../../kit/web/draft.ts'
import { Choice } from '../../kit/web/phone/Choice.tsx'
import { draftKey } from '../../kit/web/phone/last-read.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { usePost } from '../../kit/web/phone/useOutbox.ts'
import { Outcome } from '../../kit/web/phone/Waiting.tsx'
import { COLON, useSay } from '../../kit/web/say.ts'
import { Button, ButtonLink } from '../../kit/web/ui/Button.tsx'
import { fieldId, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { LongInput } from '../../kit/web/ui/TextInput.tsx'
import { useAccountId } from '../../kit/web/who.ts'
import { VOICE_KINDS, type VoiceKind } from '../rules.ts'
import { kindWords, refusals } from '../words/pages.ts'
import { kindHints, toHints, toWords, words } from '../words/phone.ts'

type To = 'branch' | 'committee'
const TO: readonly To[] = ['branch', 'committee']
type Written = { readonly kind: VoiceKind; readonly to: To; readonly text: string }

const LABEL_LENGTH = 120

/** The kind and what it is about, as the link that led here says. */
function useAbout(): { readonly kind: VoiceKind; readonly page: string; readonly field: string } {
  const [query] = useSearchParams()
  const kind = VOICE_KINDS.find((one) => one === query.get('kind')) ?? 'suggestion'
  return { kind, page: query.get('page') ?? '', field: query.get('field') ?? '' }
}

/** A complaint, a suggestion, a correction. It is kept while it is written, and goes out when there is a line. */
export function WritePage(): ReactNode {
  const say = useSay()
  const about = useAbout()
  const start: Written = { kind: about.kind, to: 'branch', text: '' }
  const key = draftKey(useAccountId(), `voice.${about.kind}.${about.page}.${about.field}`)
  const draft = useDraft<Written>(key, start)
  const [isMissing, setMissing] = useState(false)
  const send = usePost('voice.send')
  const { kind, to, text } = draft.value
  const post = async (): Promise<void> => {
    setMissing(text.trim() === '')
    if (text.trim() === '') {
      // The field may lie above what is seen of the page.
      document.getElementById(fieldId('text'))?.focus()
      return
    }
    const label = `${say(kindWords[kind])}${say(COLON)}${text.trim().slice(0, LABEL_LENGTH)}`
    const input = { kind, to, text: text.trim(), page: about.page, field: about.field }
    if ((await send.send(input, label)).state !== 'refused') draft.drop()
  }
  if (send.fate.state === 'sent' || send.fate.state === 'waiting')
    return (
      <Page title={say(words.voice)} back="/voice">
        <Outcome of={send} words={refusals.send} done={say(words.sent)} />
        <ButtonLink to="/voice">{say(words.toMine)}</ButtonLink>
      </Page>
    )
  return (
    <Page
      title={say(words.write)}
      under={about.page ? say(words.about, { page: about.page }) : undefined}
      back="/voice"
    >
      {draft.foundFrom && (
        <div className="row spread">
          <span className="soft">{say(words.found)}</span>
          <Button kind="quiet" onPress={draft.drop}>
            {say(words.startOver)}
          </Button>
        </div>
      )}
      <Outcome of={send} words={refusals.send} done="" />
      <Form label={say(words.write)} length="long" onSend={() => void post()}>
        <Choice
          legend={say(words.kind)}
          options={VOICE_KINDS.map((value) => ({
            value,
            name: say(kindWords[value]),
            under: say(kindHints[value]),
          }))}
          value={kind}
          onChange={(next) => draft.set({ kind: next })}
        />
        <Wrongs of={isMissing ? [{ path: 'text', says: say(words.needed) }] : []}>
          <LongInput
            path="text"
            label={say(words.text)}
            hint={say(words.signed)}
            value={text}
            onChange={(next) => draft.set({ text: next })}
          />
        </Wrongs>
        <Choice
          legend={say(words.to)}
          options={TO.map((value) => ({ value, name: say(toWords[value]), under: say(toHints[value]) }))}
          value={to}
          onChange={(next) => draft.set({ to: next })}
        />
        <Send busy={send.fate.state === 'sending'}>{say(words.send)}</Send>
      </Form>
    </Page>
  )
}
