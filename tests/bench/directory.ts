import operations from '../../schema/operations.json' with { type: 'json' }
import { globalId } from '../../api/src/kernel/ids.ts'
import { load, type LoadResult, type Request } from './load.ts'

// How fast a running portal answers with pages of the public directory, beside its graph for the same facility:
//   RATE_LIMIT_FACTOR=0 npm start
//   node tests/bench/directory.ts http://localhost:4000

const ROUNDS = 3
const SECONDS = 3
const CONNECTIONS = 10

const address = new URL(process.argv[2] ?? 'http://localhost:4000')
const port = Number(address.port)

const text = async (path: string) => (await fetch(new URL(path, address))).text()
const paths = async (path: string) =>
  [...(await text(path)).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)

const parts = (await paths('/sitemap.xml')).filter((path) => path.includes('facilities-'))
const facilities = (await Promise.all(parts.slice(0, 3).map(paths)))
  .flat()
  .filter((path) => path.startsWith('/directory/facilities/'))
  .slice(0, 100)
if (facilities.length === 0) throw new Error('The portal at this address shows no facility.')

const page = (path: string): Request => ({
  method: 'GET',
  path,
  headers: { 'accept-encoding': 'gzip' },
  body: '',
})
let turn = 0
const [hash] =
  Object.entries(operations).find(([, document]) => document.includes('query FacilityPage(')) ?? []

const subjects: Readonly<Record<string, () => Request[]>> = {
  'facility page, kept': () => facilities.map(page),
  // Not kept under their address: read, drawn and packed anew.
  'facility page, anew': () => facilities.flatMap((path) => anew(path)),
  'search page, anew': () => facilities.flatMap(() => anew('/directory/search')),
  'graph, FacilityPage': () =>
    facilities.map((path) => ({
      path: '/graphql',
      headers: {},
      body: JSON.stringify({
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
        variables: { id: globalId('Facility', path.split('/').at(-1) ?? '') },
      }),
    })),
}

/** Marks that a search does not see make an address that no other request has, and the same answer. */
const unseen = (number: number): string =>
  number.toString(4).replace(/[0-3]/g, (digit) => '!?:;'[Number(digit)] ?? '')

const anew = (path: string): Request[] =>
  Array.from({ length: 40 }, () => page(`${path}?q=${encodeURIComponent(`山形${unseen(turn++)}`)}`))

const results = new Map<string, LoadResult[]>()
for (let round = 0; round < ROUNDS; round++)
  for (const [name, requests] of Object.entries(subjects)) {
    const result = await load({ port, requests: requests(), connections: CONNECTIONS, seconds: SECONDS })
    results.set(name, [...(results.get(name) ?? []), result])
  }

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const lines = [...results].map(([name, rounds]) => {
  const of = (pick: (result: LoadResult) => number) => median(rounds.map(pick))
  return `| ${name} | ${of((r) => r.requestsPerSecond).toFixed(0)} | ${of((r) => r.p50).toFixed(1)} | ${of((r) => r.p99).toFixed(1)} | ${of((r) => r.bytes).toFixed(0)} | ${of((r) => r.errors)} |`
})
process.stdout.write(
  [
    '| asked for | req/s | p50 ms | p99 ms | bytes | errors |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n'),
)
