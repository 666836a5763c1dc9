import { Eye, EyeOff } from 'lucide-react'
import { type HTMLInputTypeAttribute, type ReactNode, useState } from 'react'
import { useSay } from '../say.ts'
import { ui } from '../words.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'

type Text = {
  path: string
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  type?: HTMLInputTypeAttribute
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal'
  placeholder?: string
  wide?: boolean
}

/** A line of text in a form. */
export function TextInput({ path, label, hint, wide, onChange, ...input }: Text): ReactNode {
  return (
    <Field path={path} label={label} hint={hint} wide={wide === true}>
      {(ties) => (
        <input className="input" {...ties} {...input} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

/** Longer text in a form. */
export function LongInput({ path, label, hint, value, onChange }: Text): ReactNode {
  return (
    <Field path={path} label={label} hint={hint} wide>
      {(ties) => (
        <textarea
          className="input"
          {...ties}
          value={value}
          rows={3}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A password, hidden until somebody asks to see it. */
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
            autoComplete={autoComplete}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button kind="quiet" label={say(shown ? ui.hide : ui.show)} onPress={() => setShown(!shown)}>
            {shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
          </Button>
        </div>
      )}
    </Field>
  )
}

/** A choice from a short list. */
export function Choose<T extends string>(of: {
  path: string
  label: string
  hint?: string
  value: T | ''
  options: readonly { readonly value: T; readonly name: string }[]
  /** What the empty choice says; without it there is none. */
  blank?: string
  onChange: (value: T | '') => void
}): ReactNode {
  return (
    <Field path={of.path} label={of.label} hint={of.hint}>
      {(ties) => (
        <select
          className="input"
          {...ties}
          value={of.value}
          onChange={({ target }) =>
            of.onChange(of.options.find(({ value }) => value === target.value)?.value ?? '')
          }
        >
          {of.blank !== undefined && <option value="">{of.blank}</option>}
          {of.options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
