import { v7 } from 'uuid'

/** A record's name: a UUIDv7, so that ids sort by when they were made. `Of` keeps a meeting's id from passing as a person's. */
export type Id<Of extends string = string> = string & { readonly __id: Of }

/** A fresh id. */
export const newId = <Of extends string>(): Id<Of> => v7() as Id<Of>
