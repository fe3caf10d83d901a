import type { Db } from '../../kernel/db.ts'
import type { ContactAudience } from '../../generated/prisma/enums.ts'

/** Whom to call, as a list of a whole network has it. */
interface NetworkContact {
  readonly id: string
  readonly record: 'CorporationContact' | 'FacilityContact'
  readonly corporation: string
  /** Null for the head office. */
  readonly facility: string | null
  readonly roleTitle: string
  readonly personName: string | null
  readonly personKana: string | null
  readonly dayPhone: string | null
  readonly nightPhone: string | null
  readonly email: string | null
  readonly backupName: string | null
  readonly backupPhone: string | null
}

/** Members whose contacts are read at a time. */
const PORTION = 20

const WORDS = {
  id: true,
  roleTitle: true,
  personName: true,
  personKana: true,
  dayPhone: true,
  nightPhone: true,
  email: true,
  backupName: true,
  backupPhone: true,
} as const

/**
 * The contacts of a network's members of a day and of their facilities at work, by portions in the order of the member
 * list. Whoever calls has asked whether the viewer may see contacts for these audiences, and logs that they were read.
 */
export async function* contactsOfNetwork(
  db: Db,
  {
    platformId,
    today,
    audiences,
  }: { platformId: string; today: Date; audiences: readonly ContactAudience[] },
): AsyncGenerator<NetworkContact[]> {
  const audience = { in: [...audiences] }
  for (let skip = 0; ; skip += PORTION) {
    const members = await db.platformMembership.findMany({
      where: { platformId, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      skip,
      take: PORTION,
      select: {
        corporation: {
          select: {
            name: true,
            contacts: { where: { audience }, orderBy: { position: 'asc' }, select: WORDS },
            facilities: {
              where: { status: 'ACTIVE' },
              orderBy: [{ kana: 'asc' }, { id: 'asc' }],
              select: {
                name: true,
                contacts: { where: { audience }, orderBy: { position: 'asc' }, select: WORDS },
              },
            },
          },
        },
      },
    })
    const contacts = members.flatMap(({ corporation: { name, contacts: own, facilities } }) => [
      ...own.map((contact) => ({
        ...contact,
        record: 'CorporationContact' as const,
        corporation: name,
        facility: null,
      })),
      ...facilities.flatMap((facility) =>
        facility.contacts.map((contact) => ({
          ...contact,
          record: 'FacilityContact' as const,
          corporation: name,
          facility: facility.name,
        })),
      ),
    ])
    if (contacts.length > 0) yield contacts
    if (members.length < PORTION) return
  }
}
