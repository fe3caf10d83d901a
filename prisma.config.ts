import { defineConfig } from 'prisma/config'

// Only developers' commands read this file; the running product applies migrations by scripts/migrate.mjs.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://yui:yui@127.0.0.1:5432/yui' },
})
