/** The house as data: its floors from the ground up, its rooms, and what each room may bring in (docs/architecture.md). */

/** Floors from the ground up; folders in one row are neighbours and know nothing of each other. */
export const FLOORS: readonly (readonly string[])[] = [
  ['law', 'schema', 'kit'],
  ['journal'],
  ['org'],
  ['people'],
  ['access'],
  ['library'],
  ['meetings'],
  ['study', 'activities', 'dues', 'voice', 'safety'],
  ['joining', 'leadership'],
  ['assessment'],
  ['ledger'],
  ['evidence'],
  ['documents', 'assistant', 'projects', 'supplies', 'notices'],
  ['home'],
  ['server', 'web', 'cli'],
]

/** Ground floors and the top one have no rooms; every folder between is a slice. */
export const ROOMLESS = new Set(['law', 'schema', 'kit', 'server', 'web', 'cli'])

export const ROOMS = [
  'rules',
  'contract',
  'words',
  'store',
  'api',
  'facts',
  'jobs',
  'phone',
  'desk',
  'ui',
  'sheets',
] as const
export type Room = (typeof ROOMS)[number]

/** Parts of the kit: the file or folder below `src/kit/`. Pure parts are open to every room. */
export const PURE_KIT = new Set([
  'paper',
  'strip',
  'day-said',
  'refuse',
  'revision',
  'id',
  'day',
  'period',
  'ratio',
  'money',
  'id-number',
  'contract',
])

type Right = {
  /** Rooms, of its own slice and of slices on lower floors. */
  readonly rooms: readonly Room[]
  /** Rooms it may take types from, and nothing that runs. */
  readonly types?: readonly Room[]
  /** npm packages; a trailing `/` means everything below. */
  readonly packages: readonly string[]
  /** Parts of the kit besides the pure ones. */
  readonly kit: readonly string[]
  /** Folders inside those parts that belong to another face. */
  readonly notKit?: readonly string[]
  /** Whether Node's own modules may be used. */
  readonly node?: true
}

const PAGES: Right = {
  rooms: ['ui', 'rules', 'words'],
  types: ['contract'],
  packages: ['react', 'react-dom', 'wouter', 'lucide-react', '@tanstack/react-query'],
  kit: ['web', 'contract'],
  notKit: ['web/phone'],
}

/** What each room may bring in. */
export const RIGHTS: Record<Room, Right> = {
  rules: { rooms: ['rules'], packages: ['@noble/hashes', '@noble/curves'], kit: [] },
  contract: { rooms: ['rules', 'contract'], packages: ['zod'], kit: ['contract', 'shapes'] },
  words: { rooms: ['words', 'rules'], types: ['contract'], packages: [], kit: ['contract'] },
  store: {
    rooms: ['store', 'rules'],
    packages: ['kysely', '@node-rs/argon2', 'otpauth', 'pinyin-pro'],
    kit: ['db', 'keys', 'contract', 'server'],
    node: true,
  },
  facts: { rooms: ['facts', 'store', 'rules'], packages: ['kysely'], kit: ['db', 'keys'] },
  api: {
    rooms: ['api', 'store', 'facts', 'rules', 'contract', 'sheets', 'words', 'jobs'],
    packages: [],
    kit: ['db', 'server', 'keys', 'contract', 'excel', 'typeset'],
    node: true,
  },
  jobs: {
    rooms: ['jobs', 'facts', 'store', 'rules', 'words'],
    packages: [],
    kit: ['db', 'keys'],
    node: true,
  },
  sheets: { rooms: ['sheets', 'store', 'rules', 'words'], packages: [], kit: ['excel', 'db'] },
  phone: { ...PAGES, rooms: ['phone', ...PAGES.rooms], notKit: [] },
  desk: { ...PAGES, rooms: ['desk', ...PAGES.rooms] },
  ui: PAGES,
}

/** What a slice may take from another slice's store: questions, never its writes. The journal's `append` is everybody's. */
export const FOREIGN_STORE = /^(find|list|count)[A-Z]/

export const MOST_LINES = 300
