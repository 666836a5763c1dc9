import { type ReactNode, useState } from 'react'
import { ChangePassword } from '../../access/ui/ChangePassword.tsx'
import type { OutputOf, Problem } from '../../kit/contract.ts'
import { newId } from '../../kit/id.ts'
import { call } from '../../kit/web/call.ts'
import { Choice } from '../../kit/web/phone/Choice.tsx'
import { forgetAll } from '../../kit/web/phone/last-read.ts'
import { Page } from '../../kit/web/phone/Page.tsx'
import { Sheet } from '../../kit/web/phone/Sheet.tsx'
import { useUnsent } from '../../kit/web/phone/useOutbox.ts'
import { LANGUAGES, language, useLanguage, useSay } from '../../kit/web/say.ts'
import { SIZES, size, THEMES, theme, useSize, useTheme } from '../../kit/web/theme.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { sayProblem } from '../../kit/web/words.ts'
import { sizeWords, themeWords } from '../words.ts'
import { Late } from './Late.tsx'
import { words } from './words.ts'

const LANGUAGE_NAMES = { zh: '中文', en: 'English' } as const

/** Leaves, and takes along what was read here. What is unsent stays for the same account. */
function SignOut(): ReactNode {
  const say = useSay()
  const unsent = useUnsent()?.length ?? 0
  const now = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const leave = async (): Promise<void> => {
    const said = await call('access.signOut', {}, { kind: 'write', key: newId() })
    setProblem(said.problem ?? null)
    if (said.problem) return
    await forgetAll()
    // A fresh page holds nothing of what was seen before.
    location.assign('/sign-in')
  }
  return (
    <Sheet title={say(words.signOutTitle)} open={say(words.signOut)}>
      {() => (
        <>
          <p>{say(words.signOutLead)}</p>
          {unsent > 0 && <p className="notice late">{say(words.signOutUnsent, { n: unsent })}</p>}
          {problem && (
            <p className="notice wrong" role="alert">
              {sayProblem(problem, {}, now)}
            </p>
          )}
          <Button kind="primary" onPress={() => void leave()}>
            {say(words.signOut)}
          </Button>
        </>
      )}
    </Sheet>
  )
}

/** Language, light and dark, type size, password, and the way out. */
export function SettingsPage({ me }: { me: OutputOf<'access.findMe'> }): ReactNode {
  const say = useSay()
  return (
    <Page title={say(words.settings)} under={`${me.name} · ${me.login}`} back="/me">
      <Choice
        legend={say(words.language)}
        options={LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value] }))}
        value={useLanguage()}
        onChange={language.set}
      />
      <Choice
        legend={say(words.size)}
        options={SIZES.map((value) => ({ value, name: say(sizeWords[value]) }))}
        value={useSize()}
        onChange={size.set}
      />
      <Choice
        legend={say(words.theme)}
        options={THEMES.map((value) => ({ value, name: say(themeWords[value]) }))}
        value={useTheme()}
        onChange={theme.set}
      />
      <details>
        <summary>{say(words.password)}</summary>
        <ChangePassword when="later" />
      </details>
      <Late part="LogRemembered" />
      <SignOut />
    </Page>
  )
}
