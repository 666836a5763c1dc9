import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Facts } from '../../../kit/web/ui/Parts.tsx'
import { words } from '../../words/settings.ts'

async function findVersion(): Promise<string> {
  const answer: { version?: string } = await (await fetch('/health')).json()
  return answer.version ?? ''
}

/** Which version this is, and how to check the machine it runs on. */
export function About(): ReactNode {
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
