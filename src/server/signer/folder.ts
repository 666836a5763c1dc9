import fs from 'node:fs'
import { join } from 'node:path'
import type { Account } from '../../kit/postgres/account.ts'

/** Gives a folder with all in it to the account; the folder itself last, so that one that was cut short is done again. */
function giveTo(folder: string, { uid, gid }: Account): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveTo(path, { uid, gid, name: '' })
    else fs.lchownSync(path, uid, gid)
  }
  fs.chownSync(folder, uid, gid)
}

/** Makes the signer's folder, closed to others, the account's own when there is one. */
export function makeSignerFolder(folder: string, account: Account | undefined): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account && fs.statSync(folder).uid !== account.uid) giveTo(folder, account)
}
