import { randomUUID } from 'node:crypto'
import type { Db } from '../../api/src/kernel/db.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { viewerActingAs } from './viewers.ts'

/** A facility of a member of a network, with the people around it. */
export async function facilityWorld(db: Db) {
  const { id: corporationId } = await corporation(db)
  const { id: facilityId, name } = await facility(db, { corporationId })
  const memberships = { create: { corporationId, startsOn: new Date('2020-04-01') } }
  const { id: platformId } = await db.platform.create({
    data: { name: `見本${randomUUID()}`, kind: 'OTHER', sample: true, memberships },
  })
  const { id: userId } = await db.user.create({
    data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
  })
  const platformIds = [platformId]
  return {
    corporationId,
    facilityId,
    name,
    id: globalId('Facility', facilityId),
    director: viewerActingAs(userId, 'FACILITY_DIRECTOR', { corporationId, facilityId, platformIds }),
    admin: viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId, platformIds }),
    secretariat: viewerActingAs(userId, 'PLATFORM_SECRETARIAT', { platformId, platformIds }),
    stranger: viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId: randomUUID() }),
  }
}

/** A contact as a form sends it. */
export const contact = {
  id: null,
  roleTitle: '施設長',
  personName: '見本 花子',
  personKana: null,
  dayPhone: '0000000001',
  nightPhone: null,
  email: null,
  backupName: null,
  backupPhone: null,
  sinceOn: null,
  audience: 'NETWORK',
}

/** No area was chosen or named. */
const noArea = { id: null, name: null }
/** The block BASIC as a form sends it. */
export const basicsOf = (name: string) => ({
  name,
  kana: 'ミホンソウ',
  postalCode: '990-0041',
  municipalityCode: '062014',
  address: '山形市見本町1-1',
  building: null,
  latitude: null,
  longitude: null,
  phone: '0000000001',
  fax: null,
  url: 'mihon.example',
  capacity: null,
  openedOn: null,
  level1Area: noArea,
  level2Area: noArea,
  schoolDistrict: noArea,
})
