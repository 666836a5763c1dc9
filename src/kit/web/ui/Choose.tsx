import { type ReactNode, useEffect } from 'react'
import { Field, type InputTies } from './Field.tsx'

export type Option<T extends string = string> = { readonly value: T; readonly name: string }

type Listed<T extends string> = {
  readonly value: T | ''
  readonly options: readonly Option<T>[]
  /** What the empty choice says; without it there is none. */
  readonly blank?: string
  readonly onChange: (value: T | '') => void
}

type Named = Partial<InputTies> & { readonly 'aria-label'?: string; readonly look?: 'wide' | 'auto' }

/** A choice from a short list, on its own: give it an `aria-label`. */
export function Pick<T extends string>({
  value,
  options,
  blank,
  onChange,
  look,
  ...named
}: Listed<T> & Named): ReactNode {
  return (
    <select
      className={look === 'auto' ? 'input auto' : 'input'}
      {...named}
      title={named['aria-label']}
      value={value}
      onChange={({ target }) =>
        onChange(options.find((option) => option.value === target.value)?.value ?? '')
      }
    >
      {blank !== undefined && <option value="">{blank}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}

/** `alone`: one that must be chosen, so that where there is only one option it is taken at once. */
type Chosen<T extends string> = Listed<T> & { path: string; label: string; alone?: 'taken' }

/** A choice from a short list, as a field of a form. */
export function Choose<T extends string>({ path, label, alone, ...listed }: Chosen<T>): ReactNode {
  const { value, options, onChange } = listed
  const only = alone === 'taken' && value === '' && options.length === 1 ? options[0]?.value : undefined
  useEffect(() => {
    if (only !== undefined) onChange(only)
  }, [only, onChange])
  return (
    <Field path={path} label={label}>
      {(ties) => <Pick {...listed} {...ties} />}
    </Field>
  )
}
