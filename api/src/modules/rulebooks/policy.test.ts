import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { personOf, seat } from '../../kernel/fixtures/viewers.ts'
import type { Verdict } from '../../kernel/verdict.ts'
import { guest, type RoleName, type Seat, type Viewer } from '../../kernel/viewer.ts'
import * as policy from './policy.ts'

const own = randomUUID()
const other = randomUUID()
const inPlatform = (platformId: string, role: RoleName): Seat => ({ ...seat('PLATFORM', role), platformId })
const acting = (one: Seat, platformIds: readonly string[]): Viewer =>
  personOf(randomUUID(), { acting: one, platformIds })

const viewers: Readonly<Record<string, Viewer>> = {
  'a guest': guest,
  'its secretariat': acting(inPlatform(own, 'PLATFORM_SECRETARIAT'), [own]),
  'its chair': acting(inPlatform(own, 'PLATFORM_CHAIR'), [own]),
  'its auditor': acting(inPlatform(own, 'PLATFORM_AUDITOR'), [own]),
  'a member’s administrator': acting(seat('CORPORATION', 'CORPORATION_ADMIN'), [own]),
  'a member’s director': acting(seat('FACILITY', 'FACILITY_DIRECTOR'), [own]),
  'the liaison': acting(seat('MUNICIPALITY', 'MUNICIPAL_LIAISON'), [own]),
  'the operator': acting(seat('SYSTEM', 'SYSTEM_OPERATOR'), []),
  'another secretariat': acting(inPlatform(other, 'PLATFORM_SECRETARIAT'), [other]),
}
const ROLE = 'ONLY_SECRETARIAT_OR_CHAIR'

const table: readonly (readonly [viewer: string, sees: '✓' | '–', writes: string, changesAdopted: string])[] =
  [
    ['a guest', '–', ROLE, ROLE],
    ['its secretariat', '✓', '✓', 'RULEBOOK_STANDS'],
    ['its chair', '✓', '✓', 'RULEBOOK_STANDS'],
    ['its auditor', '✓', ROLE, ROLE],
    ['a member’s administrator', '✓', ROLE, ROLE],
    ['a member’s director', '✓', ROLE, ROLE],
    ['the liaison', '✓', ROLE, ROLE],
    ['the operator', '✓', ROLE, ROLE],
    ['another secretariat', '–', 'NOT_YOUR_NETWORK', 'NOT_YOUR_NETWORK'],
  ]
const cell = (verdict: Verdict) => (verdict.allowed ? '✓' : verdict.reason)

describe('who may what with a network’s rulebook', () => {
  it.each(table)('%s: sees %s, writes %s, an adopted one %s', (name, sees, writes, changesAdopted) => {
    const viewer = viewers[name] ?? guest
    const where = policy.visibleTo(viewer)
    const networks = (where.platformId as { in: string[] } | undefined)?.in
    expect(networks === undefined || networks.includes(own) ? '✓' : '–').toBe(sees)
    expect(cell(policy.write(viewer, { platformId: own }))).toBe(writes)
    expect(cell(policy.changeDraft(viewer, { platformId: own, effectiveOn: null }))).toBe(writes)
    expect(cell(policy.changeDraft(viewer, { platformId: own, effectiveOn: new Date() }))).toBe(
      changesAdopted,
    )
  })
})
