import type { Db } from '../../../api/src/kernel/db.ts'
import { moduleDoors } from '../../../api/src/kernel/http/fixtures/doors.ts'
import { moduleRoutes } from '../../../api/src/kernel/http/routes.ts'
import { globalId } from '../../../api/src/kernel/ids.ts'
import type { Viewer } from '../../../api/src/kernel/viewer.ts'
import '../../../api/src/routes.ts'
import { isProtected, openedWorkbook } from '../../support/protected-workbook.ts'
import { unzipped } from '../../support/xlsx.ts'
import { FORMS } from '../../../api/src/modules/outputs/rules/words.ts'

/** Where a door is tried: what stands in its address. */
export interface Places {
  readonly event: string
  readonly opening: string
  readonly platform: string
  readonly facilityId: string
  readonly corporationId: string
  readonly message: string
  readonly nobody: string
  readonly calendar: string
}

/** Every door that hands something out, with the addresses by which it is tried. */
const ADDRESSES: Readonly<Record<string, (places: Places) => readonly string[]>> = {
  '/api/minutes/:file': ({ nobody }) => [`/api/minutes/${globalId('Minutes', nobody)}.pdf`],
  '/api/decisions/:file': ({ nobody }) => [`/api/decisions/${globalId('Decision', nobody)}.csv`],
  '/api/documents/versions/:id': ({ nobody }) => [
    `/api/documents/versions/${globalId('DocumentVersion', nobody)}`,
  ],
  '/api/calendars/:file': ({ calendar }) => [`/api/calendars/${calendar}.ics`],
  '/api/networks/:id/handover.zip': ({ platform }) => [`/api/networks/${platform}/handover.zip`],
  '/api/outputs/:event/:file': ({ event }) =>
    Object.keys(FORMS).flatMap((form) =>
      (form === 'HAVE' ? ['xml'] : ['csv', 'xlsx']).map(
        (format) => `/api/outputs/${event}/${form}.${format}`,
      ),
    ),
  '/api/imports/:runId/refused.csv': ({ nobody }) => [
    `/api/imports/${globalId('ImportRun', nobody)}/refused.csv`,
  ],
  '/api/export/ties.csv': () => ['/api/export/ties.csv'],
  '/api/export/dues.csv': ({ platform }) => [`/api/export/dues.csv?platform=${platform}&year=2026`],
  '/api/meeting-guest/papers/:id': ({ nobody }) => [
    `/api/meeting-guest/papers/${globalId('DocumentVersion', nobody)}`,
  ],
  '/api/alerts/:file': ({ message }) => [`/api/alerts/${message}.xml`],
  '/api/intake-export/:file': ({ opening }) => [`/api/intake-export/${opening}.xlsx`],
  ...Object.fromEntries(
    ['facilities', 'shelters'].flatMap((what) =>
      ['csv', 'xlsx', 'geojson'].map((format) => {
        const url = `/api/export/${what}.${format}`
        return [url, () => [url]]
      }),
    ),
  ),
  '/directory': () => ['/directory'],
  '/directory/search': () => ['/directory/search?q=見本'],
  '/directory/services': () => ['/directory/services'],
  '/directory/services/:key': () => ['/directory/services/CARE'],
  '/directory/prefectures/:code': () => ['/directory/prefectures/06'],
  '/directory/facilities/:id': ({ facilityId }) => [`/directory/facilities/${facilityId}`],
  '/directory/corporations/:id': ({ corporationId }) => [`/directory/corporations/${corporationId}`],
  '/directory/facilities/:id/mistake': ({ facilityId }) => [`/directory/facilities/${facilityId}/mistake`],
  '/directory/corporations/:id/mistake': ({ corporationId }) => [
    `/directory/corporations/${corporationId}/mistake`,
  ],
  '/directory/mistake-reported': () => ['/directory/mistake-reported'],
  '/directory/shelters': () => ['/directory/shelters'],
  '/directory/shelters/:place': () => ['/directory/shelters/062014'],
  '/directory/open-shelters': () => [
    '/directory/open-shelters',
    '/directory/open-shelters?lang=en',
    '/directory/open-shelters?furigana=1',
  ],
  '/directory/about': () => ['/directory/about'],
  '/directory/:place': () => ['/directory/062014'],
  '/directory/styles/:file': () => ['/directory/styles/none.css'],
  '/directory/*': () => ['/directory/elsewhere/there'],
  '/sitemap.xml': () => ['/sitemap.xml'],
  '/directory/sitemaps/:part': () => [
    '/directory/sitemaps/pages.xml',
    '/directory/sitemaps/facilities-1.xml',
  ],
  '/robots.txt': () => ['/robots.txt'],
}
const PASSWORD = 'mihon-no-kagi'
/** What is to be said at a door before it hands something out. */
const BODIES: Readonly<Record<string, string>> = {
  '/api/intake-export/:file': JSON.stringify({ password: PASSWORD }),
}
/** Doors that only take something in. */
const ONLY_IN = new Set(['/api/documents/:id/versions', '/api/imports/:runId/files', '/api/alerts'])

/** Doors nobody has said an address for. */
export const unknownDoors = (): string[] =>
  moduleRoutes.map(({ url }) => url).filter((url) => !(url in ADDRESSES) && !ONLY_IN.has(url))

/** What came through a door: its text, archives unpacked, with the name the file would have. */
export interface Handed {
  readonly address: string
  readonly status: number
  readonly text: string
}

/** The doors of all modules, for whoever is given. */
export function openDoors(databaseUrl: string, db: Db, now: Date) {
  const { inject, close } = moduleDoors({ databaseUrl, db, now })
  const through = async (viewer: Viewer, places: Places): Promise<Handed[]> => {
    const handed: Handed[] = []
    for (const { method, url } of moduleRoutes)
      for (const address of ADDRESSES[url]?.(places) ?? []) {
        const {
          statusCode,
          rawPayload: given,
          headers,
        } = await inject(viewer, method, encodeURI(address), BODIES[url])
        const rawPayload = isProtected(given) ? openedWorkbook(given, PASSWORD) : given
        const isArchive = rawPayload.subarray(0, 2).toString() === 'PK'
        const body = isArchive
          ? [...unzipped(rawPayload)].map(([name, text]) => `${name}\n${text}`).join('\n')
          : rawPayload.toString('utf8')
        const name = decodeURIComponent(headers['content-disposition'] ?? '')
        handed.push({ address, status: statusCode, text: `${name}\n${body}` })
      }
    return handed
  }
  return { through, close }
}
