/** A page's pack is answered whole, from memory; larger ones are written at the command line. */
export const MOST_PACKED = 3000
