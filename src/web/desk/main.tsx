import '../older.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import '../../kit/web/ui/look.css'
import { makeCache } from '../../kit/web/cache.ts'
import { heedSession } from '../../kit/web/held.ts'
import { markLanguage } from '../../kit/web/say.ts'
import { markTheme } from '../../kit/web/theme.ts'
import { App } from './App.tsx'
import { Broken } from './Broken.tsx'
import './desk.css'

markLanguage()
markTheme()

const cache = makeCache()
heedSession(cache)

const root = document.getElementById('desk')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={cache}>
        <Router base="/desk">
          <Broken>
            <App />
          </Broken>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  )
