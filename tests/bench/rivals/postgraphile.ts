// PostGraphile 5 on the portal's own tables: as the tables' owner, or, with VIEWER_ID, as a reader whom row-level
// security shows what the portal would show that person.
import { createServer } from 'node:http'
import pg from 'pg'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const { DATABASE_URL, PORT, VIEWER_ID } = process.env

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Lists are ordered by the second column of an index, which this plugin would not allow.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ pool: new pg.Pool({ connectionString: DATABASE_URL, max: 10 }), schemas: ['public'] }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    ...(VIEWER_ID && {
      context: () => ({ pgSettings: { role: 'bench_reader', 'bench.user_id': VIEWER_ID } }),
    }),
  },
})

const server = createServer()
await instance.createServ(grafserv).addTo(server)
server.listen(Number(PORT), '127.0.0.1')
