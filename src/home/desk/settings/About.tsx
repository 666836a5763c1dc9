import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Facts } from '../../../kit/web/ui/Parts.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { words } from '../../words/settings.ts'
import { Licences } from './Licences.tsx'
import { Machine } from './Machine.tsx'

async function findVersion(): Promise<string> {
  const answer: { version?: string } = await (await fetch('/health')).json()
  return answer.version ?? ''
}

function Version(): ReactNode {
  const say = useSay()
  const { data } = useQuery({ queryKey: ['health'], queryFn: findVersion, retry: false })
  return (
    <Part title={say(words.about)}>
      <Facts
        of={[
          { name: say(words.version), value: data || say(words.unknown) },
          { name: say(words.doctor), value: <code className="code">npx pitlamp doctor</code> },
          {
            name: say(words.description),
            value: <a href="/api/openapi.json">/api/openapi.json</a>,
          },
        ]}
      />
    </Part>
  )
}

/** Which version this is; for administrators, how the machine is it runs on and what is shipped with it. */
export function About(): ReactNode {
  const may = useMay()
  return (
    <div className="stack wide">
      <Version />
      {may('home.findHouse') && <Machine />}
      {may('home.findHouse') && <Licences />}
    </div>
  )
}
