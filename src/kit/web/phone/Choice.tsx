import { type ReactNode, useId } from 'react'

type Option<T extends string> = { readonly value: T; readonly name: string; readonly under?: string }

/** One of a few, all of them in sight. */
export function Choice<T extends string>(of: {
  legend: string
  options: readonly Option<T>[]
  value: T | null
  onChange: (value: T) => void
}): ReactNode {
  const name = useId()
  return (
    <fieldset className="choose">
      <legend>{of.legend}</legend>
      {of.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === of.value}
            onChange={() => of.onChange(option.value)}
          />
          <span>
            {option.name}
            {option.under && <span className="under">{option.under}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
