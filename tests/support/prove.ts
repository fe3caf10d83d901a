const long = process.env.YUI_PROVE === 'long'

/** How often a promise is tried: `short` in npm test, `long` in npm run prove, or YUI_PROVE_RUNS. */
export function proveRuns(short: number, longRuns: number): number {
  if (!long) return short
  return Number(process.env.YUI_PROVE_RUNS ?? longRuns)
}

/** How large the thing is that a promise is tried on: `short` in npm test, `long` in npm run prove, or YUI_PROVE_SIZE. */
export function proveSize(short: number, longSize: number): number {
  if (!long) return short
  return Number(process.env.YUI_PROVE_SIZE ?? longSize)
}

/** Where the random choices of a promise begin: always the same in npm test, new each time in npm run prove. */
export function proveSeed(): number {
  if (process.env.YUI_PROVE_SEED) return Number(process.env.YUI_PROVE_SEED)
  return long ? Math.floor(Math.random() * 2 ** 31) : 20_260_401
}

/** Prints what was measured for a promise of docs/promises.md. */
export function promise(id: string, figure: string): void {
  process.stdout.write(`promise ${id}: ${figure}\n`)
}
