import { given } from './given.ts'

/** A source of chance that gives the same values for the same seed on every machine and in every version of Node. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T
  /** One of the items; the first are the most frequent, as names, towns and large corporations are in life. */
  pickCommon<T>(items: readonly T[]): T
  /** Different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[]
  /** A version 7 UUID of the given millisecond. */
  uuid(at: Date): string
}

/** Starts the sequence of a seed (sfc32, a public-domain generator with a period far beyond our needs). */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1]

  const nextUint32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const fraction = () => nextUint32() / 2 ** 32
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))

  // The first values still show the seed's own bits.
  for (let round = 0; round < 12; round++) nextUint32()

  return {
    between,
    chance: (probability) => fraction() < probability,
    pick: (items) => given(items[between(0, items.length - 1)]),
    pickCommon: (items) => given(items[Math.floor(items.length * fraction() ** 2)]),
    sample(items, count) {
      const rest = [...items]
      for (let index = 0; index < count; index++) {
        const other = between(index, rest.length - 1)
        const taken = given(rest[other])
        rest[other] = given(rest[index])
        rest[index] = taken
      }
      return rest.slice(0, count)
    },
    uuid(moment) {
      const time = hex(moment.getTime(), 12)
      const [high, middle, low] = [nextUint32(), nextUint32(), nextUint32()]
      const variant = 0x8000 | (middle & 0x3fff)
      return [
        time.slice(0, 8),
        time.slice(8),
        `7${hex(high & 0xfff, 3)}`,
        hex(variant, 4),
        hex(high >>> 16, 4) + hex(low, 8),
      ].join('-')
    },
  }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
