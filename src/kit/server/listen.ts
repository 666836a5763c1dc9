import type { Server } from 'node:http'
import { type Refused, refuse } from '../refuse.ts'

/** Where a server is to listen; port 0: any that is free. */
export type Address = { readonly port: number; readonly host: string }

const BARRED = new Set(['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'])

/** Lets a server listen; answers its port. Refuses a port that is taken and an address this machine does not have. */
export function listen(
  server: Server,
  { port, host }: Address,
): Promise<number | Refused<'port-in-use' | 'cannot-listen'>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { code = '' } = error
      if (code === 'EADDRINUSE') resolve(refuse('port-in-use', undefined, { port }))
      else if (BARRED.has(code)) resolve(refuse('cannot-listen', undefined, { port, host }))
      else reject(error)
    })
    server.listen(port, host, () => {
      const bound = server.address()
      resolve(typeof bound === 'object' && bound ? bound.port : port)
    })
  })
}
