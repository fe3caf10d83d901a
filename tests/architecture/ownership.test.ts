import { describe, expect, it } from 'vitest'
import { findForeignWrites, readTables } from './ownership.ts'
import { readSources } from './sources.ts'

const tables = readTables(readSources('prisma/models'))

it('knows the owner of every table', () => {
  expect(tables.length).toBeGreaterThan(25)
  expect(tables).toContainEqual({ model: 'Facility', table: 'facility', owner: 'registry' })
  expect(tables).toContainEqual({ model: 'User', table: 'app_user', owner: 'identity' })
})

it('no table is written outside the module that declares it', () => {
  expect(findForeignWrites(tables, readSources('api/src'))).toEqual([])
})

describe('a planted write is found', () => {
  const file = 'api/src/modules/platforms/commands/planted.ts'
  it.each([
    [
      'through Prisma',
      'await tx.facility.update({ where, data })',
      'writes facility, which belongs to registry',
    ],
    [
      'over several lines',
      'await tx.user\n  .createMany({ data })',
      'writes app_user, which belongs to identity',
    ],
    [
      'through save',
      'await save(tx.corporation, subject, 1, {})',
      'writes corporation, which belongs to registry',
    ],
    ['of the kernel', 'tx.auditEntry.create({ data })', 'writes audit_entry, which belongs to kernel'],
    [
      'in SQL',
      'await tx.$executeRaw`\n  insert into service_office (id) values (1)`',
      'writes service_office in SQL, which belongs to registry',
    ],
    [
      'in SQL that changes',
      'tx.$executeRaw`update shelter set name = 1`',
      'writes shelter in SQL, which belongs to registry',
    ],
  ])('%s', (_, text, message) => {
    const found = findForeignWrites(tables, [{ path: file, text }])
    expect(found.map((finding) => finding.message)).toEqual([message])
  })

  it('but not a read, an own write, a test or a comment', () => {
    const harmless = [
      { path: file, text: 'await tx.facility.findMany({ where })' },
      { path: file, text: '// update facility set name' },
      { path: file, text: 'await tx.platformMembership.create({ data })' },
      { path: 'api/src/modules/platforms/commands/x.db.test.ts', text: 'await db.facility.create({ data })' },
    ]
    expect(findForeignWrites(tables, harmless)).toEqual([])
  })
})
