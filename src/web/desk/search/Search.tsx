import { Search as SearchIcon } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { words } from '../words.ts'

const load = () => import('./Palette.tsx')
const Palette = lazy(load)
/** So long after a page opened, what the search needs is fetched: whoever types at once after Ctrl+K loses no letter. */
const READY_MS = 1000

/** Whether the search is open; Ctrl+K (⌘K) opens it from any page. */
function useOpen(): { open: boolean; show: () => void; close: () => void } {
  const [open, setOpen] = useState(false)
  const show = useCallback(() => setOpen(true), [])
  const close = useCallback(() => setOpen(false), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      show()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [show])
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), READY_MS)
    return () => clearTimeout(timer)
  }, [])
  return { open, show, close }
}

function Opener(): ReactNode {
  const say = useSay()
  const { open, show, close } = useOpen()
  return (
    <>
      <Button kind="quiet" label={say(words.searchWithKeys)} onPress={show}>
        <SearchIcon size={20} aria-hidden />
        <span className="wide-only">{say(words.search)}</span>{' '}
        <span className="wide-only small soft">Ctrl+K</span>
      </Button>
      {open && (
        <Suspense>
          <Palette onClose={close} />
        </Suspense>
      )}
    </>
  )
}

/** The way to everything, at the top of every page. */
export function Search(): ReactNode {
  const may = useMay()
  return may('home.search') && <Opener />
}
