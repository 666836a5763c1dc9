/**
 * Every clause the product rests on: A and J of the assessment, R of the rulebook (R1.3 is its §1.3).
 * An id that is not here does not compile.
 */
export const CLAUSES = [
  'A1.1', 'A1.2', 'A1.3', 'A1.4', 'A1.5', 'A1.6',
  'A2.1', 'A2.2', 'A2.3',
  'A3', 'A3.1', 'A3.2', 'A3.3', 'A3.4',
  'A4', 'A4.1', 'A4.2', 'A4.3', 'A4.4',
  'A5.1', 'A5.2', 'A5.3', 'A6',
  'J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8', 'J9', 'J10', 'J11', 'J12', 'J13',
  'R0', 'R1.1', 'R1.2', 'R1.3', 'R1.4', 'R2', 'R3', 'R3.1', 'R3.2', 'R4', 'R5', 'R8.1', 'R9', 'R10.1', 'R10.2', 'R11', 'R11.11',
] as const // biome-ignore format: rows of the table stay together

export type Clause = (typeof CLAUSES)[number]
