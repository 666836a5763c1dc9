import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { today } from '../dates.ts'
import { saveBlob } from '../file.ts'
import { COLON, type Say, useSay } from '../say.ts'
import { exportWords } from '../words.ts'
import { Button } from './Button.tsx'
import type { Sheet } from './table/column.ts'

const FILTERS = '.tools, .filters, [data-filters]'

/** What a control says: its name and what was chosen or typed; undefined while it asks for nothing. */
function saidBy(control: Element, say: Say): string | undefined {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    const label = control.closest('label')?.textContent?.trim()
    return control.checked && label && !control.closest('fieldset') ? label : undefined
  }
  const isField = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
  if (!isField || control.value === '') return undefined
  const name = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? ''
  const value = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.textContent : control.value
  return `${name.trim()}${say(COLON)}${value?.trim() ?? ''}`
}

/** The filters set on the page, each once, as they are labelled there. */
function filtersShown(say: Say): string[] {
  const lines = [...document.querySelectorAll(`#page :is(${FILTERS})`)]
  const controls = lines.flatMap((line) => [...line.querySelectorAll('input, select')])
  return [...new Set(controls)].flatMap((control) => saidBy(control, say) ?? [])
}

/** Saves a list as it is shown, as an .xlsx workbook; made in the browser, from what is on the page. */
export function ExportButton({ sheet }: { sheet: () => Sheet }): ReactNode {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    try {
      const { bookOf } = await import('../sheet/book.ts')
      const { title, ...shown } = sheet()
      const page = document.querySelector('#page h1')?.textContent ?? ''
      const whose = page && page !== title ? [page] : []
      const made = say(exportWords.made, { day: today(), n: shown.rows.length })
      const filters = [...whose, ...filtersShown(say), made]
      saveBlob(`${title} ${today()}.xlsx`, bookOf({ title, filters, ...shown }))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button kind="quiet" busy={busy} label={say(exportWords.asSheet)} onPress={() => void save()}>
      <Download size={18} aria-hidden />
    </Button>
  )
}
