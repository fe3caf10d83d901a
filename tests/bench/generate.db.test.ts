import { expect, it } from 'vitest'
import { withClient } from '../../scripts/postgres/databases.ts'
import { freshDatabase } from '../support/database.ts'
import { fill, generateWorld, sizes } from './generate.ts'

it('writes rows that every constraint of the database accepts', async () => {
  const world = generateWorld(sizes.demo)
  await withClient(await freshDatabase(), async (client) => {
    await fill(client, world)
    const { rows } = await client.query<{ facilities: number; members: number }>(`
      select (select count(*)::int from facility) as facilities,
             (select count(*)::int from platform_membership where ends_on is null) as members`)
    expect(rows).toEqual([{ facilities: sizes.demo.facilities, members: 19 }])
  })
})
