import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const apps = join(import.meta.dirname, '../../..')

/** The built screens: the console at `/`, the resident's pages at `/m/`. File names carry their content's hash and are kept for a year. */
export async function serveScreens(app: FastifyInstance): Promise<void> {
  const screens = [{ root: join(apps, 'resident/dist/h5'), prefix: '/m/' }, { root: join(apps, 'console/dist'), prefix: '/' }].filter(({ root }) => existsSync(root))
  for (const [at, { root, prefix }] of screens.entries()) {
    await app.register(fastifyStatic, { root, prefix, decorateReply: at === 0, wildcard: false, setHeaders: (reply, path) => void reply.header('cache-control', /[.-][\w-]{8,}\.(js|css|woff2|mjs)$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache') })
  }
  app.get('/m', async (_request, reply) => reply.redirect('/m/'))
  // Every other page address belongs to the console's router.
  app.get('/*', async (request, reply) => {
    const isPage = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/')
    if (!isPage || !existsSync(join(apps, 'console/dist/index.html'))) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').sendFile('index.html', join(apps, 'console/dist'))
  })
}
