import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { today } from '../dates.ts'
import { readDay } from '../read-day.ts'
import { Antd } from './Antd.tsx'
import { Field } from './Field.tsx'

/** The one form the picker reads while it is typed; whatever else people type is read when they have finished. */
const FORM = 'YYYY-MM-DD'

/** A day, typed in any usual form or picked; '' while none is given. */
export function DayInput(of: {
  path: string
  label: string
  value: string
  onChange: (day: string) => void
}): ReactNode {
  const take = (event: FocusEvent<HTMLElement> | KeyboardEvent<HTMLElement>): void => {
    if ('key' in event && event.key !== 'Enter') return
    if (!(event.target instanceof HTMLInputElement)) return
    const day = readDay(event.target.value, today()) ?? ''
    if (day !== of.value) of.onChange(day)
  }
  return (
    <Field path={of.path} label={of.label}>
      {(ties) => (
        <Antd>
          <DatePicker
            {...ties}
            className="day"
            format={FORM}
            placeholder={FORM}
            preserveInvalidOnBlur
            value={of.value ? dayjs(of.value) : null}
            onChange={(day) => of.onChange(day ? day.format(FORM) : '')}
            onBlur={take}
            onKeyDown={take}
          />
        </Antd>
      )}
    </Field>
  )
}
