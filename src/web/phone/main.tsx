import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../../kit/web/phone/look.css'
import { makeCache } from '../../kit/web/cache.ts'
import { keepAnswers, recallAnswers } from '../../kit/web/phone/last-read.ts'
import { markLanguage } from '../../kit/web/say.ts'
import { markTheme } from '../../kit/web/theme.ts'
import { App } from './App.tsx'
import { Broken } from './Broken.tsx'
import { installWorker } from './install.ts'

markLanguage()
markTheme()
installWorker()

const root = document.getElementById('phone')
const cache = makeCache()

async function open(place: HTMLElement): Promise<void> {
  await recallAnswers(cache).catch(() => undefined)
  keepAnswers(cache)
  createRoot(place).render(
    <QueryClientProvider client={cache}>
      <Broken>
        <App />
      </Broken>
    </QueryClientProvider>,
  )
}

if (root) void open(root)
