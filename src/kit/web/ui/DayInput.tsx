import { CalendarDays } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { parseDay } from '../../day.ts'
import { showDay, today } from '../dates.ts'
import { readDay } from '../read-day.ts'
import { useLanguage, useSay } from '../say.ts'
import { ui } from '../words.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'

type Shown = {
  readonly path: string
  readonly label: string
  /** `YYYY-MM-DD`, or what was typed while it is no day; '' while nothing is given. */
  readonly value: string
  readonly onChange: (day: string) => void
  /** Which day is meant when no year is typed: the `latest` one, or, of what is to come, the `next`. */
  readonly which?: 'latest' | 'next'
}

/** The browser's own calendar, opened by a button. */
function Calendar({ value, onChange }: Pick<Shown, 'value' | 'onChange'>): ReactNode {
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        type="date"
        className="calendar"
        tabIndex={-1}
        aria-hidden="true"
        value={parseDay(value) ?? ''}
        onChange={({ target }) => onChange(target.value)}
      />
      <Button kind="quiet" label={say(ui.calendar)} onPress={() => field.current?.showPicker()}>
        <CalendarDays size={18} aria-hidden />
      </Button>
    </>
  )
}

/** A day, typed in any usual form or picked. It is read when it has been typed, never halfway: `2026.11.2` may still become the 20th. */
export function DayInput({ path, label, value, onChange, which = 'latest' }: Shown): ReactNode {
  const language = useLanguage()
  const [typing, setTyping] = useState<string | null>(null)
  const take = (): void => {
    if (typing !== null) onChange(readDay(typing, today(), which) ?? typing.trim())
    setTyping(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Ctrl+Enter sends the form in this very event: it must see the day that was typed.
    if (event.key === 'Enter') flushSync(take)
  }
  // Said while it is typed: a line that comes only when the field is left would push away the button that is being pressed.
  const read = typing === null ? parseDay(value) : readDay(typing, today(), which)
  const text = typing ?? value
  const typed = { value: text, onBlur: take, onKeyDown, placeholder: 'YYYY-MM-DD', autoComplete: 'off' }
  return (
    <Field path={path} label={label} hint={read && showDay(read, language)}>
      {(ties) => (
        <div className="joined">
          <input className="input" {...ties} {...typed} onChange={({ target }) => setTyping(target.value)} />
          <Calendar value={value} onChange={onChange} />
        </div>
      )}
    </Field>
  )
}
