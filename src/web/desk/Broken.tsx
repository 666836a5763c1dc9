import { Component, type ReactNode } from 'react'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { words } from './words.ts'

function BrokenPage(): ReactNode {
  const say = useSay()
  return (
    <main className="door stack">
      <h1>{say(words.brokenTitle)}</h1>
      <p>{say(words.broken)}</p>
      <div className="row">
        <Button kind="primary" onPress={() => location.reload()}>
          {say(words.reload)}
        </Button>
      </div>
    </main>
  )
}

/** Stands in for a page that threw. React offers no other way to catch than a class. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }
  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}
