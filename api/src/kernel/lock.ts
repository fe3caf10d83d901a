import { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from './db.ts'

const strengths = {
  /** Nobody changes the row or holds it until the commit. */
  ALONE: Prisma.sql`FOR UPDATE`,
  /** Nobody takes a number beside us; rows may still be added that refer to it. */
  IN_TURN: Prisma.sql`FOR NO KEY UPDATE`,
  /** Others may hold it too, but nobody changes it until the commit. */
  TOGETHER: Prisma.sql`FOR SHARE`,
}

/** Tables whose rows commands hold while they look at what hangs on them. */
const tables = {
  agendaItem: Prisma.sql`agenda_item`,
  disasterEvent: Prisma.sql`disaster_event`,
  facilityDevice: Prisma.sql`facility_device`,
  intakeBook: Prisma.sql`intake_book`,
  assignmentCase: Prisma.sql`assignment_case`,
  meeting: Prisma.sql`meeting`,
  minutes: Prisma.sql`minutes`,
  platform: Prisma.sql`platform`,
  shelterOpening: Prisma.sql`shelter_opening`,
}

/**
 * Holds a row until the commit. Whoever changes it at the same time waits or is waited for, so that what is read
 * afterwards cannot be overtaken. Reads nothing.
 */
export async function holdRow(
  tx: Tx,
  table: keyof typeof tables,
  id: string,
  strength: keyof typeof strengths,
): Promise<void> {
  await tx.$executeRaw`SELECT FROM ${tables[table]} WHERE id = ${id}::uuid ${strengths[strength]}`
}
