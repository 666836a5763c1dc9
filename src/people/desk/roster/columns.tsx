import { Link } from 'wouter'
import type { Column } from '../../../kit/web/ui/DataTable.tsx'
import { Code, FullDay } from '../../../kit/web/ui/Said.tsx'
import { personPath } from '../../ui/paths.ts'
import { categoryWords, duesClassWords, sexWords, words } from '../../words/pages.ts'
import { EditCell } from './EditCell.tsx'
import type { Row } from './row.ts'

/** The columns of the roster; what is left out at first is there to be chosen. */
export const COLUMNS: readonly Column<Row>[] = [
  {
    head: words.name,
    kind: 'main',
    sort: 'name',
    value: ({ name }) => name,
    letters: ({ initials, pinyin }) => [initials, pinyin],
    cell: ({ id, name }) => (
      <Link href={personPath(id)} className="whole">
        {name}
      </Link>
    ),
  },
  { head: words.no, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
  { head: words.sex, first: 'off', value: ({ sex }, say) => say(sexWords(sex)) },
  { head: words.category, value: ({ category }, say) => say(categoryWords[category]) },
  { head: words.unit, value: ({ orgName }) => orgName },
  { head: words.posts, value: ({ posts }) => posts },
  { head: words.shift, value: ({ shift }) => shift, cell: (one) => <EditCell of={one} field="shift" /> },
  { head: words.crew, value: ({ crew }) => crew, cell: (one) => <EditCell of={one} field="crew" /> },
  {
    head: words.phone,
    sort: 'never',
    value: ({ phoneMasked }) => phoneMasked,
    cell: (one) => <EditCell of={one} field="phone" />,
  },
  {
    head: words.education,
    first: 'off',
    value: ({ education }) => education,
    cell: (one) => <EditCell of={one} field="education" />,
  },
  { head: words.joinedOn, value: ({ joinedOn }) => joinedOn, cell: (one) => <FullDay of={one.joinedOn} /> },
  {
    head: words.duesClass,
    first: 'off',
    value: ({ duesClass }, say) => say(duesClassWords[duesClass]),
  },
  {
    head: words.note,
    first: 'off',
    value: ({ note }) => note,
    cell: (one) => <EditCell of={one} field="note" />,
  },
]
