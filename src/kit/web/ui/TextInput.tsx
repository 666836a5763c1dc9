import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSay } from '../say.ts'
import { ui } from '../words.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'

type Text = {
  readonly path: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'decimal'
  readonly placeholder?: string
  /** The id of a list of likely texts. */
  readonly list?: string
}

/** A line of text in a form. */
export function TextInput({ path, label, hint, onChange, ...input }: Text): ReactNode {
  return (
    <Field path={path} label={label} hint={hint}>
      {(ties) => (
        <input className="input" {...ties} {...input} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  )
}

/** The name somebody signs in with. */
export const LoginInput = (of: Omit<Text, 'path'>): ReactNode => (
  <TextInput path="login" autoComplete="username" {...of} />
)

/** The six digits of an authenticator. */
export const CodeInput = (of: Omit<Text, 'path'>): ReactNode => (
  <TextInput path="code" inputMode="numeric" autoComplete="one-time-code" {...of} />
)

/** Longer text in a form, as wide as the form. */
export function LongInput({ path, label, hint, value, onChange }: Text): ReactNode {
  return (
    <Field path={path} label={label} hint={hint} width="full">
      {(ties) => (
        <textarea
          className="input"
          {...ties}
          value={value}
          rows={3}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

/** A password, hidden until somebody asks to see it. The present one, unless `autoComplete` says it is new. */
export function PasswordInput({ path, label, hint, value, onChange, autoComplete }: Text): ReactNode {
  const say = useSay()
  const [shown, setShown] = useState(false)
  return (
    <Field path={path} label={label} hint={hint}>
      {(ties) => (
        <div className="joined">
          <input
            className="input"
            {...ties}
            type={shown ? 'text' : 'password'}
            value={value}
            autoComplete={autoComplete ?? 'current-password'}
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
          />
          <Button kind="quiet" label={say(shown ? ui.hide : ui.show)} onPress={() => setShown(!shown)}>
            {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
          </Button>
        </div>
      )}
    </Field>
  )
}
