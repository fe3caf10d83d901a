import { globalId } from '../../../kernel/ids.ts'

interface Told {
  readonly id: string
  readonly type: string
  readonly at: Date
  readonly platformId: string
  readonly drill: boolean
  readonly entities: readonly string[]
}

/** In front of everything that is of a drill, on every screen, paper and wire. */
export const WATERMARK = '【訓練】'

/** What is sent: that something happened and what to ask the API for. No name and no figure leaves the portal this way. */
export const bodyOf = ({ id, type, at, platformId, drill, entities }: Told): string =>
  JSON.stringify({
    id,
    type,
    at: at.toISOString(),
    network: globalId('Platform', platformId),
    drill,
    ...(drill && { watermark: WATERMARK }),
    entities,
  })
