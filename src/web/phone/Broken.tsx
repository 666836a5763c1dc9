import { Component, type ReactNode } from 'react'
import { language } from '../../kit/web/say.ts'
import { words } from './words.ts'

/** Stands in when a page fails: what was written is safe, and the way on. */
export class Broken extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const now = language.read()
    return (
      <main className="phone">
        <div className="empty">
          <h1>{words.brokenTitle[now]}</h1>
          <p>{words.broken[now]}</p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {words.reload[now]}
          </button>
        </div>
      </main>
    )
  }
}
