import { parseSync } from 'oxc-parser'
import { FLOORS, FOREIGN_STORE, MOST_LINES, PURE_KIT, RIGHTS, ROOMLESS, ROOMS, type Room } from './plan.ts'

/** A file of the house: its path below `src/`, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string }

type Import = { readonly from: string; readonly names: readonly string[]; readonly typeOnly: boolean }
type Seat = {
  readonly slice: string
  readonly room: Room | undefined
  readonly part: string
  /** The path below the slice. */
  readonly inside: string
}

const floorOf = (slice: string): number => FLOORS.findIndex((floor) => floor.includes(slice))
const isRoom = (name: string): name is Room => ROOMS.some((room) => room === name)
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.includes('/test/') || /^server\/(world|browser)\.ts$/.test(path)

/** Where a file stands: its slice, and its room or part of the kit. */
function seatOf(path: string): Seat {
  const [slice = '', second = ''] = path.split('/')
  const part = second.replace(/(\.test)?\.(tsx?|sql|css)$/, '')
  const inside = path.slice(slice.length + 1)
  return { slice, room: isRoom(part) && !ROOMLESS.has(slice) ? part : undefined, part, inside }
}

/** Every import and re-export of a file; one that only brings types is marked so. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { module } = parseSync(path, text)
  const imports = module.staticImports.map((found) => ({
    from: found.moduleRequest.value,
    names: found.entries.filter((entry) => !entry.isType).map((entry) => entry.importName.name ?? 'default'),
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }))
  const passed = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) =>
      entry.moduleRequest
        ? [{ from: entry.moduleRequest.value, names: [entry.importName.name ?? '*'], typeOnly: entry.isType }]
        : [],
    ),
  )
  const later = module.dynamicImports.map((found) => ({
    from: text.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1),
    names: [],
    typeOnly: false,
  }))
  return [...imports, ...passed, ...later]
}

/** A path relative to the importing file's folder, as a path below `src/`. */
function resolve(fromPath: string, target: string): string {
  const steps = fromPath.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

function faultOfPackage(seat: Seat, found: Import): string | undefined {
  if (!seat.room) return undefined
  const right = RIGHTS[seat.room]
  if (found.from.startsWith('node:')) return right.node ? undefined : `${seat.room} may not use ${found.from}`
  const name = packageOf(found.from)
  return right.packages.includes(name) || found.typeOnly
    ? undefined
    : `${seat.room} may not use the package ${name}`
}

/** The shape of a thing is not the thing: types are free, but rules know not even of those. */
function faultOfKit(seat: Seat, target: Seat, found: Import): string | undefined {
  if (!seat.room || PURE_KIT.has(target.part) || (found.typeOnly && seat.room !== 'rules')) return undefined
  const { kit, notKit = [] } = RIGHTS[seat.room]
  if (!kit.includes(target.part)) return `${seat.room} may not use kit/${target.part}`
  const closed = notKit.find((folder) => target.inside.startsWith(`${folder}/`))
  return closed && `${seat.room} may not use kit/${closed}`
}

function faultOfRoom(seat: Seat, target: Seat, found: Import): string | undefined {
  if (!seat.room) return undefined
  if (!target.room) return `${target.slice}/${target.part} is no room`
  const right = RIGHTS[seat.room]
  if (found.typeOnly && (right.types?.includes(target.room) || right.rooms.includes(target.room)))
    return undefined
  if (!right.rooms.includes(target.room)) return `${seat.room} may not use ${target.slice}/${target.room}`
  if (target.slice === seat.slice || target.room !== 'store' || target.slice === 'journal') return undefined
  const taken = found.names.filter((name) => !FOREIGN_STORE.test(name) && !/Record$/.test(name))
  // The ledger's job is to hand every slice its rows: it calls their bulk writes, in their own words.
  if (seat.slice === 'ledger' || taken.length === 0) return undefined
  return `takes ${taken.join(', ')} from ${target.slice}/store, which gives only find, list and count`
}

function faultOf(path: string, found: Import): string | undefined {
  const seat = seatOf(path)
  if (!found.from.startsWith('.')) return faultOfPackage(seat, found)
  const target = seatOf(resolve(path, found.from))
  const [here, there] = [floorOf(seat.slice), floorOf(target.slice)]
  if (there < 0) return `${found.from} leads out of the house`
  if (there > here) return `goes up to ${target.slice}`
  if (there === here && target.slice !== seat.slice && !ROOMLESS.has(seat.slice))
    return `goes sideways to ${target.slice}`
  if (target.slice === 'kit' && seat.slice !== 'kit') return faultOfKit(seat, target, found)
  return ROOMLESS.has(target.slice) ? undefined : faultOfRoom(seat, target, found)
}

function faultOfPlace({ path, text }: SourceFile): string | undefined {
  const { slice, room, part } = seatOf(path)
  if (floorOf(slice) < 0) return 'stands on no floor'
  const free = ROOMLESS.has(slice) || isTest(path) || part === 'README.md' || part === 'fixtures'
  if (!room && !free) return `${part} is no room`
  const lines = text.split('\n').length - 1
  const counted = path.endsWith('.ts') || path.endsWith('.tsx')
  return counted && !path.startsWith('schema/') && lines > MOST_LINES
    ? `${lines} lines, over ${MOST_LINES}`
    : undefined
}

/** Every fault of the layout, one line each; none: the house stands. */
export function lookAtHouse(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const placed = faultOfPlace(file)
    const code = /\.tsx?$/.test(file.path) && !isTest(file.path)
    const faults = code ? importsOf(file).map((found) => faultOf(file.path, found)) : []
    return [placed, ...faults].flatMap((fault) => (fault ? [`src/${file.path}: ${fault}`] : []))
  })
}
