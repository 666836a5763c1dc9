import type { Words } from '../../kit/web/say.ts'
import type { OrgKind } from '../rules.ts'
import { words as labels } from './labels.ts'

/** The kinds of Party organisation. */
export const orgKindWords: Readonly<Record<OrgKind, Words>> = labels
