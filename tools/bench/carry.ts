import type { BrowserContext } from 'playwright-core'
import { partsOf } from '../caller.ts'
import type { Cookie } from './callers.ts'

/** Gives a browser somebody's session. */
export const carry = (context: BrowserContext, address: string, cookie: Cookie): Promise<void> =>
  context.addCookies([{ ...partsOf(cookie), domain: new URL(address).hostname, path: '/' }])
