/** A decimal string of points as whole hundredths; 0 for what is none. */
export const hundredths = (points: string): number => Math.round(Number(points) * 100) || 0

/** Hundredths as points with two places. */
export const showPoints = (hundredths: number): string => (hundredths / 100).toFixed(2)

type Scored = { readonly points: string; readonly of: string }

/** The sum of points and of full points. */
export const sumOf = (items: readonly Scored[]): { points: number; of: number } => ({
  points: items.reduce((sum, { points }) => sum + hundredths(points), 0),
  of: items.reduce((sum, { of }) => sum + hundredths(of), 0),
})

/** What an item lost, in hundredths. */
export const lostIn = ({ points, of }: Scored): number => Math.max(0, hundredths(of) - hundredths(points))
