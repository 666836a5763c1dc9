import { expect, test } from 'vitest'
import { sayBytes } from './say-bytes.ts'

test.each([
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [12_440_000, '12.4 MB'],
  [999_950_000, '1.0 GB'],
])('%d bytes are %s', (bytes, said) => expect(sayBytes(bytes)).toBe(said))
