import type { Entry } from '../../api/src/modules/intake/rules/entries.ts'
import type { IntakeState } from '../../api/src/modules/intake/rules/fold.ts'

export interface Device {
  readonly id: string
  readonly number: number
  readonly skew: number
  sequence: number
  online: boolean
  cursor: number
  readonly entries: Map<string, Entry>
  outbox: Entry[]
  state: IntakeState | null
}

/** A server and the unsteady network between it and some desks. */
export function networkOf(devices: readonly Device[], random: () => number) {
  const upTo = (n: number) => Math.floor(random() * n)
  const chance = (share: number) => random() < share

  // The server: a log in the order of arrival, each id once, each number of a device once.
  const log: Entry[] = []
  const received = new Map<string, Entry>()
  const numbers = new Set<string>()
  const take = (batch: readonly Entry[]): string[] =>
    batch.map((entry) => {
      const number = `${entry.deviceId} ${entry.sequence}`
      if (!received.has(entry.id)) {
        if (numbers.has(number)) throw new Error('a number was given twice')
        numbers.add(number)
        received.set(entry.id, entry)
        log.push(entry)
      }
      return entry.id
    })

  // The network: what is under way arrives in any order, perhaps twice, perhaps never.
  let underWay: (() => void)[] = []
  let repeated = 0
  let dropped = 0
  const send = (device: Device, deliver: () => void) => {
    if (!device.online || chance(0.15)) {
      dropped++
      return
    }
    underWay.push(deliver)
    if (chance(0.15)) {
      underWay.push(deliver)
      repeated++
    }
  }
  const push = (device: Device) => {
    const batch = device.outbox.slice(0, 1 + upTo(8))
    if (chance(0.3)) batch.reverse()
    if (batch.length === 0) return
    send(device, () => {
      const taken = new Set(take(batch))
      send(device, () => {
        device.outbox = device.outbox.filter(({ id }) => !taken.has(id))
      })
    })
  }
  const pull = (device: Device) => {
    const from = device.cursor
    send(device, () => {
      const page = log.slice(from, from + 1 + upTo(12))
      send(device, () => {
        for (const entry of page) if (!device.entries.has(entry.id)) device.entries.set(entry.id, entry)
        device.cursor = Math.max(device.cursor, from + page.length)
        device.state = null
      })
    })
  }
  const deliverOne = () => {
    const [deliver] = underWay.splice(upTo(underWay.length), 1)
    deliver?.()
  }
  const settle = () => {
    for (const deliver of underWay.splice(0)) deliver()
    for (const device of devices) {
      take(device.outbox)
      device.outbox = []
    }
    for (const device of devices) {
      for (const entry of log) if (!device.entries.has(entry.id)) device.entries.set(entry.id, entry)
      device.cursor = log.length
      device.state = null
    }
    underWay = []
  }

  return { log, push, pull, deliverOne, settle, counts: () => ({ repeated, dropped }) }
}
