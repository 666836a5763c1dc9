import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'

export type Tab = { readonly to: string; readonly name: string; readonly icon: LucideIcon }

const isUnder = (path: string, to: string): boolean =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)

/** The few places of the phone, at the thumb. */
export function TabBar({ label, tabs }: { label: string; tabs: readonly Tab[] }): ReactNode {
  const [path] = useLocation()
  return (
    <nav className="tab-bar unprinted" aria-label={label}>
      {tabs.map(({ to, name, icon: Icon }) => (
        <Link key={to} href={to} {...(isUnder(path, to) && { 'aria-current': 'page' })}>
          <Icon size={22} aria-hidden />
          {name}
        </Link>
      ))}
    </nav>
  )
}
