import { useQueryClient } from '@tanstack/react-query'
import { Menu as MenuIcon } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { PageBones } from '../../kit/web/ui/Waiting.tsx'
import { Nav } from './Nav.tsx'
import { Search } from './search/Search.tsx'
import { Brand, Demo, Language, Look, MeMenu } from './Top.tsx'
import { words } from './words.ts'

type Me = OutputOf<'access.findMe'>

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  const cache = useQueryClient()
  useEffect(() => {
    const look = (): void => {
      setOnline(navigator.onLine)
      if (navigator.onLine) void cache.invalidateQueries()
    }
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [cache])
  return online
}

function Top({ me, onMenu }: { me: Me | undefined; onMenu: () => void }): ReactNode {
  const say = useSay()
  return (
    <header className="top unprinted">
      <span className="row">
        <span className="narrow-only">
          <Button kind="quiet" label={say(words.menu)} onPress={onMenu}>
            <MenuIcon size={20} aria-hidden />
          </Button>
        </span>
        <Brand />
        <span className="mine">{me?.mine.name}</span>
        {me?.mine.demo && <Demo />}
      </span>
      <span className="row">
        {me && <Search />}
        <Language />
        <Look />
        {me && <MeMenu me={me} />}
      </span>
    </header>
  )
}

/** The frame of every page: the way about at the left, who and how at the top. */
export function Shell({ me, children }: { me: Me | undefined; children?: ReactNode }): ReactNode {
  const say = useSay()
  const online = useOnline()
  const [menu, setMenu] = useState(false)
  const close = (): void => setMenu(false)
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {say(words.skip)}
      </a>
      <Top me={me} onMenu={() => setMenu(true)} />
      <div className="side unprinted">{me && <Nav me={me} onLeave={close} />}</div>
      {menu && me && (
        <Dialog title={say(words.menu)} side onClose={close}>
          {me.mine.demo && <Demo />}
          <Nav me={me} onLeave={close} />
        </Dialog>
      )}
      <main id="page" tabIndex={-1}>
        {!online && (
          <p className="notice late" role="status">
            {say(words.offline)}
          </p>
        )}
        {me?.mine.demo && <p className="printed small">{say(words.demoSays)}</p>}
        {children ?? <PageBones />}
      </main>
    </div>
  )
}
