// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import type { Table } from './problem.ts'

/**
 * The problem in which a group may be divided: a linear program, solved by the simplex with one key column for each class,
 * so that the working basis is only as large as there are limited places. Its prices are the best that prices alone can
 * prove, and few groups are divided in it. Not exact: whoever uses the prices rounds them and counts with whole numbers.
 */
export interface Relaxation {
  readonly prices: Float64Array
  /** Groups of a class in a shelter (-1 = left over): [class, shelter, groups]. */
  readonly placed: readonly (readonly [number, number, number])[]
  readonly work: number
  readonly finished: boolean
}

const TINY = 1e-9

export function relax(
  table: Table,
  room: Float64Array,
  counts: Int32Array,
  /** A shelter for whole classes to begin with, as far as there is room; -1 = left over. */
  start: Int32Array,
  limit: number,
  /** So much must be left over (by weight); its price stands after those of the places. */
  unavoidable = 0,
): Relaxation {
  const { shelters, rows, classes, burden } = table
  const places = room.length
  // Classes that use the same of a shelter.
  const patternKey = new Map<string, number>()
  const patterns: (readonly (readonly [number, number])[])[] = []
  const patternOf = Int32Array.from(classes, ({ uses }) => {
    const name = JSON.stringify(uses)
    const known = patternKey.get(name)
    if (known !== undefined) return known
    patternKey.set(name, patterns.length)
    return patterns.push(uses) - 1
  })
  const isWaiting = [...classes.keys()].filter((at) => counts[at]! > 0)
  const asked = new Set(isWaiting.map((at) => patternOf[at]!))
  const fitting = patterns.map((uses, pattern) =>
    Uint8Array.from({ length: shelters }, (_, shelter) =>
      asked.has(pattern) && uses.every(([use, amount]) => amount <= room[shelter * rows + use]!) ? 1 : 0,
    ),
  )
  // Places that nobody who waits can use are no part of it.
  const isUsed = new Uint8Array(room.length)
  for (const pattern of asked) {
    for (let shelter = 0; shelter < shelters; shelter++) {
      if (fitting[pattern]![shelter] === 0) continue
      for (const [use] of patterns[pattern]!) isUsed[shelter * rows + use] = 1
    }
  }
  const placeOf = [...room.keys()].filter((place) => room[place]! < Infinity && isUsed[place] === 1)
  if (unavoidable > 0) placeOf.push(places)
  const size = placeOf.length
  const rowAt = new Int32Array(places + 1).fill(-1)
  for (const [row, place] of placeOf.entries()) rowAt[place] = row
  // A hair more room, different everywhere, so that no two things run out at once and the search cannot go in circles.
  let seed = 12_345
  const hair = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return 1e-6 * (1 + seed / 2_147_483_648)
  }
  const weights = Float64Array.from(classes, ({ leaving }) => leaving / table.leftOver)
  // To begin with everybody is left over.
  const everybody = isWaiting.reduce((sum, at) => sum + counts[at]! * weights[at]!, 0)
  const value = Float64Array.from(
    placeOf,
    (place) => (place === places ? everybody - unavoidable : room[place]!) + hair(),
  )
  // The inverse of the working basis, column after column.
  const inverse = new Float64Array(size * size)
  for (let row = 0; row < size; row++) inverse[row * size + row] = 1
  const price = new Float64Array(size)
  // What stands in each position of the working basis: a class (-1 = the unused room of a place) and its shelter or row.
  const kindAt = new Int32Array(size).fill(-1)
  const whereAt = Int32Array.from({ length: size }, (_, row) => row)
  const slackAt = Int32Array.from({ length: size }, (_, row) => row)
  const key = new Int32Array(classes.length).fill(-1)
  const keyValue = Float64Array.from(counts)
  for (const [at, shelter] of start.entries()) {
    if (shelter < 0 || counts[at] === 0 || burden[at * shelters + shelter] === Infinity) continue
    const uses = classes[at]!.uses.flatMap(([use, amount]) => {
      const row = rowAt[shelter * rows + use]!
      return row < 0 ? [] : [[row, amount * counts[at]!] as const]
    })
    if (rowAt[places]! >= 0) uses.push([rowAt[places]!, weights[at]! * counts[at]!])
    if (uses.some(([row, amount]) => amount > value[row]!)) continue
    for (const [row, amount] of uses) value[row]! -= amount
    key[at] = shelter
  }
  const positions: number[][] = classes.map(() => [])
  const basic = new Set<number>()

  const costOf = (at: number, shelter: number) =>
    shelter < 0 ? classes[at]!.leaving : burden[at * shelters + shelter]!
  const column = new Float64Array(size)
  const addTo = (row: number, by: number) => {
    if (row < 0) return
    const base = row * size
    for (let n = 0; n < size; n++) column[n]! += by * inverse[base + n]!
  }
  const addUse = (at: number, shelter: number, sign: number) => {
    if (shelter < 0) addTo(rowAt[places]!, -sign * weights[at]!)
    else for (const [use, amount] of classes[at]!.uses) addTo(rowAt[shelter * rows + use]!, sign * amount)
    work += size
  }
  let work = 0
  const chargeOf = (uses: readonly (readonly [number, number])[], shelter: number) => {
    let charge = 0
    for (const [use, amount] of uses) {
      const row = rowAt[shelter * rows + use]!
      if (row >= 0) charge += amount * price[row]!
    }
    return charge
  }
  const priceIn = (at: number, shelter: number) => {
    const left = rowAt[places]!
    const charge =
      shelter >= 0 ? chargeOf(classes[at]!.uses, shelter) : left < 0 ? 0 : -weights[at]! * price[left]!
    return costOf(at, shelter) + charge
  }

  let cursor = 0
  let finished = true
  const BLOCK = Math.max(12, Math.ceil(Math.sqrt(isWaiting.length)))
  for (let pivots = 0; ; pivots++) {
    if (work > limit) {
      finished = false
      break
    }
    let best = -1e-6
    let enters = -1
    let where = -1
    for (let looked = 0; looked < isWaiting.length && enters < 0;) {
      for (let n = 0; n < BLOCK && looked < isWaiting.length; n++, looked++) {
        const at = isWaiting[cursor]!
        cursor = cursor + 1 === isWaiting.length ? 0 : cursor + 1
        const own = priceIn(at, key[at]!)
        const { uses } = classes[at]!
        const fits = fitting[patternOf[at]!]!
        // What is far too dear even if places were free is not looked at closely.
        for (let shelter = 0; shelter < shelters; shelter++) {
          const way = burden[at * shelters + shelter]! - own
          if (way >= best || fits[shelter] === 0) continue
          const reduced = way + chargeOf(uses, shelter)
          if (reduced < best && shelter !== key[at] && !basic.has(at * shelters + shelter)) {
            best = reduced
            enters = at
            where = shelter
          }
        }
        work += shelters
        const reduced = priceIn(at, -1) - own
        if (reduced < best && key[at]! >= 0 && !basic.has(-1 - at)) {
          best = reduced
          enters = at
          where = -1
        }
      }
    }
    let slack = -1
    for (let row = 0; row < size; row++) {
      if (price[row]! < best && slackAt[row]! < 0) {
        best = price[row]!
        slack = row
      }
    }
    if (slack >= 0) enters = -1
    else if (enters < 0) break

    column.fill(0)
    if (slack >= 0) {
      for (let n = 0; n < size; n++) column[n] = inverse[slack * size + n]!
    } else {
      addUse(enters, where, 1)
      addUse(enters, key[enters]!, -1)
    }
    // How far it can go before something in the basis, or the key of a class, is used up.
    let step = Infinity
    let out = -1
    let outKey = -1
    const rates = new Map<number, number>()
    if (enters >= 0) rates.set(enters, -1)
    for (let n = 0; n < size; n++) {
      const by = column[n]!
      if (by > -TINY && by < TINY) continue
      if (by > TINY) {
        const most = Math.max(0, value[n]!) / by
        if (most < step - 1e-12 || (most < step + 1e-12 && out >= 0 && by > column[out]!)) {
          step = most
          out = n
        }
      }
      const kind = kindAt[n]!
      if (kind >= 0) rates.set(kind, (rates.get(kind) ?? 0) + by)
    }
    for (const [kind, rate] of rates) {
      if (rate > -TINY) continue
      const most = Math.max(0, keyValue[kind]!) / -rate
      if (most < step) {
        step = most
        out = -1
        outKey = kind
      }
    }
    if (step === Infinity) break
    for (let n = 0; n < size; n++) value[n]! -= step * column[n]!
    for (const [kind, rate] of rates) keyValue[kind]! += step * rate

    if (outKey >= 0) {
      const [position] = positions[outKey]!
      if (position === undefined) {
        // The class goes over to its new place as a whole: the basis stays.
        key[enters] = where
        keyValue[enters] = step
        continue
      }
      // Another of its columns becomes the key.
      let pick = position
      for (const other of positions[outKey]!) if (value[other]! > value[pick]!) pick = other
      const old = key[outKey]!
      basic.delete(codeOf(outKey, whereAt[pick]!))
      basic.add(codeOf(outKey, old))
      key[outKey] = whereAt[pick]!
      const [was, now] = [keyValue[outKey]!, value[pick]!]
      keyValue[outKey] = now
      value[pick] = was
      whereAt[pick] = old
      for (let row = 0; row < size; row++) {
        const base = row * size
        let turned = 0
        for (const other of positions[outKey]!) turned -= inverse[base + other]!
        inverse[base + pick] = turned
      }
      work += size * positions[outKey]!.length
      // The entering column as the turned basis sees it.
      column.fill(0)
      if (slack >= 0) for (let n = 0; n < size; n++) column[n] = inverse[slack * size + n]!
      else {
        addUse(enters, where, 1)
        addUse(enters, key[enters]!, -1)
      }
      out = pick
      // If its own class turned, what it gains is measured from the new key.
    }
    const reduced = slack >= 0 ? price[slack]! : priceIn(enters, where) - priceIn(enters, key[enters]!)
    const pivot = column[out]!
    if (Math.abs(pivot) < 1e-11) {
      finished = false
      break
    }
    const factor = -reduced / pivot
    const touched: number[] = []
    for (let n = 0; n < size; n++) if (n !== out && Math.abs(column[n]!) > TINY) touched.push(n)
    for (let row = 0; row < size; row++) {
      const base = row * size
      const at = inverse[base + out]!
      if (at === 0) continue
      price[row]! += factor * at
      const by = at / pivot
      for (const n of touched) inverse[base + n]! -= column[n]! * by
      inverse[base + out] = by
      work += touched.length
    }
    // What leaves and what comes.
    const gone = kindAt[out]!
    if (gone >= 0) {
      positions[gone] = positions[gone]!.filter((position) => position !== out)
      basic.delete(codeOf(gone, whereAt[out]!))
    } else slackAt[whereAt[out]!] = -1
    kindAt[out] = enters
    value[out] = step
    if (enters >= 0) {
      whereAt[out] = where
      positions[enters]!.push(out)
      basic.add(codeOf(enters, where))
    } else {
      whereAt[out] = slack
      slackAt[slack] = out
    }
  }

  function codeOf(at: number, shelter: number): number {
    return shelter < 0 ? -1 - at : at * shelters + shelter
  }

  const prices = new Float64Array(places + 1)
  for (const [row, place] of placeOf.entries()) prices[place] = Math.max(0, price[row]!)
  const placed: [number, number, number][] = []
  for (const at of isWaiting) {
    if (keyValue[at]! > 1e-4) placed.push([at, key[at]!, keyValue[at]!])
    for (const position of positions[at]!) {
      if (value[position]! > 1e-4) placed.push([at, whereAt[position]!, value[position]!])
    }
  }
  return { prices, placed, work, finished }
}
