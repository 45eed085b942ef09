import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { extname, join } from 'node:path'

const apps = join(import.meta.dirname, '../../..')
const console = join(apps, 'console/dist')
const resident = join(apps, 'resident/dist/h5')

/** Names that carry their content's hash are kept for a year, everything else is asked for again. */
const cacheOf = (path: string) => (/[.-][\w-]{8,}\.(js|css|woff2|mjs)(\.br|\.gz)?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

/** Pages and their parts in a minute from one address: when an office begins its day, hundreds open the console behind one. */
const options = { config: { rateLimit: { max: 6000, timeWindow: '1 minute' } } }

/** The built screens, packed when they were built: the resident's pages at `/m/`, the console everywhere else. */
export async function serveScreens(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: [console, resident], serve: false, cacheControl: false, preCompressed: true, setHeaders: (reply, path) => void reply.header('cache-control', cacheOf(path)) })
  app.get('/m', options, async (_request, reply) => reply.redirect('/m/'))
  app.get<{ Params: { '*': string } }>('/m/*', options, async (request, reply) => reply.sendFile(request.params['*'] || 'index.html', resident))
  // The address of a one-time link is short, because a text message is. What it opens is a page like any other, which sends the secret in a body.
  app.get<{ Params: { token: string } }>('/l/:token', options, async (request, reply) => reply.header('cache-control', 'no-store').redirect(`/m/#/pages/link/index?token=${encodeURIComponent(request.params.token)}`))
  // An address without an ending that a browser opens is a page: the console's router knows which.
  app.get<{ Params: { '*': string } }>('/*', options, async (request, reply) => {
    const path = request.params['*']
    const isPage = path === '' || (extname(path) === '' && request.headers.accept?.includes('text/html'))
    if (path.startsWith('api/') || (!isPage && extname(path) === '')) return reply.callNotFound()
    return reply.sendFile(isPage ? 'index.html' : path, console)
  })
}
