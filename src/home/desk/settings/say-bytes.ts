/** A size as people say it, in thousands as disks are sold: `830 B`, `12.4 kB`, `3.0 MB`; one place after the point, rounded. */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const kilo = bytes / 1000
  if (kilo < 999.95) return `${kilo.toFixed(1)} kB`
  const mega = kilo / 1000
  return mega < 999.95 ? `${mega.toFixed(1)} MB` : `${(mega / 1000).toFixed(1)} GB`
}
