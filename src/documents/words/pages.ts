import type { RefusalWords } from '../../kit/web/words.ts'
