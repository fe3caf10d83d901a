import fs from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const YEAR = 'public, max-age=31536000, immutable'
const ASK = 'no-cache'

/** Serves the built portal. Every path that is no file and asks for a page gets index.html: the portal routes it. */
export async function servePortal(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = fs.existsSync(path.join(folder, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      wildcard: true,
      setHeaders: (reply, file) => {
        // Vite puts a hash of the content into the name of everything below assets/.
        const isHashed = path.relative(folder, file).startsWith(`assets${path.sep}`)
        reply.header('cache-control', isHashed ? YEAR : ASK)
      },
    })
  }
  app.setNotFoundHandler(async (request, reply) => {
    const asksForPage =
      ['GET', 'HEAD'].includes(request.method) && (request.headers.accept ?? '').includes('text/html')
    if (isBuilt && asksForPage && !/^\/(api|graphql|assets)(\/|$)/.test(request.url)) {
      return reply.sendFile('index.html')
    }
    return reply.code(404).header('cache-control', 'no-store').send({ error: 'NOT_FOUND' })
  })
}
