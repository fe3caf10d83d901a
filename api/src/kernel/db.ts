import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'

const pools = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 }

/** Prisma's driver adapter drops the offset of what the server answers; on a server in Japan each time were 9 h off. */
const UTC = '-c timezone=UTC'

/** Prisma for the command runner. */
export const createDb = (url: string, max = 10) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max, ...pools, options: UTC }) })

export type Db = ReturnType<typeof createDb>
/** Prisma inside a command's transaction. */
export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0]

/**
 * Pool of the read path (measured: docs/decisions/003-read-path.md). A prepared statement alone would be planned anew at
 * every execution, which costs more than running it, so these connections keep one generic plan per statement. Pages are
 * short and the indexes in memory, so a look into an index is hardly dearer than the next row of a table.
 */
export const createReadPool = (url: string, max = 10) =>
  new pg.Pool({
    connectionString: url,
    max,
    ...pools,
    options: `-c plan_cache_mode=force_generic_plan -c jit=off -c random_page_cost=1.1 ${UTC}`,
  })
