import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay } from '../../kit/web/dates.ts'
import { type Language, useLanguage, useSay } from '../../kit/web/say.ts'
import { words } from '../words/phone.ts'
import { sayTimes } from '../words/times.ts'

type Mine = OutputOf<'meetings.findMine'>
export type Sitting = Mine['sessions'][number]

/** When and where a sitting is: `6月12日 周五 14:30—16:00 · 队部会议室`. */
export function sayWhen({ day, place, ...times }: Sitting, language: Language): string {
  return [`${showDay(day, language)} ${sayTimes(times, language)}`, place].filter(Boolean).join(' · ')
}

/** My sitting of a meeting; says so when none is for my shift. */
export function When({ of }: { of: Mine['mySession'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!of) return <p className="soft">{say(words.noSession)}</p>
  return (
    <>
      <p className="strong">{sayWhen(of, language)}</p>
      {of.shift && of.isMine && <p className="soft small">{of.shift}</p>}
      {!of.isMine && <p className="amber small">{say(words.notMine)}</p>}
    </>
  )
}
