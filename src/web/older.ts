/** Some of what browsers of 2022 lack, the latest to come; who has these has the others. */
const LATEST: readonly (readonly [object, string])[] = [
  [Map, 'groupBy'],
  [Array.prototype, 'toSorted'],
  [String.prototype, 'isWellFormed'],
]

// Stands first in a page: nothing after it runs before what the browser lacks is there. Others load nothing.
if (LATEST.some(([of, name]) => !(name in of))) await import('./fill-in.ts')
