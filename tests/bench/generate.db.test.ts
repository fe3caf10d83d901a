import { expect, it } from 'vitest'
import { findBrokenData } from '../../scripts/data-checks.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { freshDatabase } from '../support/database.ts'
import { fill, generateWorld, sizes } from './generate.ts'

it('writes rows that every constraint and every check of the data accepts', async () => {
  const world = generateWorld(sizes.demo)
  await withClient(await freshDatabase(), async (client) => {
    await fill(client, world)
    const { rows } = await client.query<{ facilities: number; found: number; members: number }>(`
      select (select count(*)::int from facility) as facilities,
             (select count(*)::int from facility where search_text like '%見本%') as found,
             (select count(*)::int from platform_membership where ends_on is null) as members`)
    const { facilities } = sizes.demo
    expect(rows).toEqual([{ facilities, found: facilities, members: 19 }])
    expect(await findBrokenData(client)).toEqual([])
  })
})
