import '../fill-in.ts'
import { createRoot } from 'react-dom/client'
import '../../kit/web/ui/look.css'
import './pack.css'
import { markLanguage } from '../../kit/web/say.ts'
import { markTheme } from '../../kit/web/theme.ts'
import { App } from './App.tsx'

markLanguage()
markTheme()

const place = document.getElementById('view')
const held = document.getElementById('pack')?.textContent?.trim() ?? ''
if (place) createRoot(place).render(<App held={held} />)
