import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import '../../kit/web/phone/look.css'
import './gallery.css'
import { makeCache } from '../../kit/web/cache.ts'
import { markLanguage } from '../../kit/web/say.ts'
import { markTheme } from '../../kit/web/theme.ts'
import { PARTS } from './parts.tsx'

markLanguage()
markTheme()

const asked = new URLSearchParams(location.search).get('part')
const shown = PARTS.filter(({ name }) => asked === null || asked === name)
const { hook } = memoryLocation({ path: '/' })

const root = document.getElementById('gallery')
if (root)
  createRoot(root).render(
    <QueryClientProvider client={makeCache()}>
      <Router hook={hook}>
        <main className="phone gallery">
          <h1>{asked ?? 'Parts of the phone'}</h1>
          {shown.map(({ name, states }) => (
            <section key={name} id={name}>
              <h2>{name}</h2>
              {Object.entries(states).map(([state, part]) => (
                <div key={state} className="gallery-state" data-state={state}>
                  <p className="soft small">{state}</p>
                  {part}
                </div>
              ))}
            </section>
          ))}
        </main>
      </Router>
    </QueryClientProvider>,
  )
