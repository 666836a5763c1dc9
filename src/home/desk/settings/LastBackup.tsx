import type { ReactNode } from 'react'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Facts } from '../../../kit/web/ui/Parts.tsx'
import { InstantSaid } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../../words/settings.ts'
import { sayBytes } from './say-bytes.ts'

/** When the command last made a backup, how large it was and where it was written to. */
export function LastBackup(): ReactNode {
  const say = useSay()
  const house = useRead('home.findHouse', {})
  if (house.state !== 'ready') return <Waiting of={house} words={refusals.findHouse} lines={3} />
  const { backup } = house.data
  if (!backup) return <p className="notice late">{say(words.backupNone)}</p>
  return (
    <Facts
      of={[
        { name: say(words.backupLast), value: <InstantSaid of={backup.at} /> },
        {
          name: say(words.backupSize),
          value: say(words.backupHolds, { size: sayBytes(backup.bytes), rows: backup.rows }),
        },
        { name: say(words.backupFile), value: <code className="code">{backup.file}</code> },
      ]}
    />
  )
}
