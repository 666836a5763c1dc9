import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Call } from './verbs.ts'
import { fill, type Sentence, words } from './words.ts'

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** Why a file somebody named cannot be read; undefined where it can. */
export async function whyUnreadable(file: string): Promise<Sentence | undefined> {
  if (await isFolder(file)) return fill(words.isFolder, { file })
  return access(file, constants.R_OK).then(
    () => undefined,
    (error: unknown) =>
      fill(isMissing(error) ? words.noSuchFile : words.fileUnusable, { file, code: codeOf(error) }),
  )
}

/** Why nothing can be written under a name; undefined where it can. What stands there is written over. */
export async function whyUnwritable(file: string): Promise<Sentence | undefined> {
  if (await isFolder(file)) return fill(words.isFolder, { file })
  const folder = dirname(file)
  if (!(await isFolder(folder))) return fill(words.noSuchFolder, { folder })
  return access(folder, constants.W_OK).then(
    () => undefined,
    (error: unknown) => fill(words.fileUnusable, { file, code: codeOf(error) }),
  )
}

/** Why a folder somebody named is none; undefined where it is one. */
export const whyNoFolder = async (folder: string): Promise<Sentence | undefined> =>
  (await isFolder(folder)) ? undefined : fill(words.noSuchFolder, { folder })

/** The file a command was given; undefined, and said why, where none was named or `why` finds something wrong with it. */
export async function namedFile(
  call: Pick<Call, 'words' | 'say'>,
  why: (file: string) => Promise<Sentence | undefined>,
): Promise<string | undefined> {
  const [file] = call.words
  const wrong = file ? await why(file) : words.fileNeeded
  return wrong ? void call.say(wrong) : file
}
