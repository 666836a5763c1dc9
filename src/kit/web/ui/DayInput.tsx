import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { today } from '../dates.ts'
import { Antd } from './Antd.tsx'
import { Field } from './Field.tsx'

const FORMATS = ['YYYY-MM-DD', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']

/** A day that is not in the future, typed in any usual form or picked; '' while none is given. */
export function DayInput(of: {
  path: string
  label: string
  value: string
  onChange: (day: string) => void
}): ReactNode {
  const now = today()
  return (
    <Field path={of.path} label={of.label}>
      {(ties) => (
        <Antd>
          <DatePicker
            {...ties}
            className="day"
            format={FORMATS}
            placeholder="YYYY-MM-DD"
            value={of.value ? dayjs(of.value) : null}
            disabledDate={(day) => day.format('YYYY-MM-DD') > now}
            onChange={(day) => of.onChange(day ? day.format('YYYY-MM-DD') : '')}
          />
        </Antd>
      )}
    </Field>
  )
}
