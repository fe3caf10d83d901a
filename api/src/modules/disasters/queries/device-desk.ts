import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'

/** What an enrolled device shows before anybody has said who they are: the facility, and what calls it. */
export interface DeviceDesk {
  readonly facility: string
  readonly device: string
  readonly events: readonly DeviceEvent[]
}
export interface DeviceEvent {
  readonly calledFacilityId: string
  readonly name: string
  readonly drill: boolean
  readonly startedAt: Date
  readonly helpPhone: string | null
}

const STATEMENT = `
  SELECT f.name AS facility, d.name AS device,
    coalesce((SELECT jsonb_agg(jsonb_build_object(
        'calledFacilityId', c.id, 'name', e.name, 'drill', e.drill, 'startedAt', e.started_at, 'helpPhone', p.help_phone) ORDER BY e.drill, e.opened_at DESC)
      FROM called_facility c JOIN disaster_event e ON e.id = c.event_id AND e.closed_at IS NULL
      JOIN platform p ON p.id = e.platform_id WHERE c.facility_id = d.facility_id), '[]') AS events
  FROM facility_device d JOIN facility f ON f.id = d.facility_id
  WHERE d.secret_hash = $1 AND d.revoked_at IS NULL`

export async function deviceDesk(sql: Sql, deviceSecret: string): Promise<DeviceDesk | null> {
  const [row] = await sql<DeviceDesk & Record<string, unknown>>(STATEMENT, [hashOfSecret(deviceSecret)])
  if (!row) return null
  return {
    facility: row.facility,
    device: row.device,
    events: row.events.map((one) => ({
      ...one,
      startedAt: new Date(one.startedAt),
      calledFacilityId: globalId('CalledFacility', one.calledFacilityId),
    })),
  }
}
