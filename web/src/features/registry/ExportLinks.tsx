import { useSearchText } from '../../locales/search.ts'
import { exportPath } from './export-links.ts'

interface ExportLinksProps {
  of: 'facilities' | 'shelters'
  /** The search as the API takes it. */
  filter: object
}

/** The files of a search. They are made when they are asked for, and hold what everybody may see. */
export function ExportLinks({ of, filter }: ExportLinksProps) {
  const text = useSearchText().tools
  const file = (path: string, words: string) => (
    <li key={words}>
      <a href={path} download>
        {words}
      </a>
    </li>
  )
  return (
    <>
      <p className="prose-note">{text.filesNote}</p>
      <ul className="my-3 grid gap-2">
        {file(exportPath(`${of}.csv`, filter), text.csv)}
        {file(exportPath(`${of}.csv`, filter, { encoding: 'shift_jis' }), text.csvSjis)}
        {file(exportPath(`${of}.xlsx`, filter), text.xlsx)}
        {file(exportPath(`${of}.geojson`, filter), text.geojson)}
        {file(
          exportPath(`${of}.csv`, filter, { columns: 'standard' }),
          of === 'facilities' ? text.standardOffices : text.standardSites,
        )}
      </ul>
    </>
  )
}
