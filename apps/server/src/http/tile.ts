import { atlasZoom } from '@linli/contract'
import { areaOf, isAreaPath } from '@linli/standards'
import type { FastifyInstance } from 'fastify'
import { scopeOf } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import { transact, type Around } from '../kernel/transaction.ts'
import { tileOf } from '../modules/atlas/index.ts'

interface Address { code: string, version: string, z: string, x: string, y: string }

/** Vector tiles of the installation's own map. An address holds the version of what is drawn: what was fetched once is kept. A map that is moved asks for many. */
export function serveTiles(app: FastifyInstance, around: Around): void {
  app.get<{ Params: Address }>('/api/tile/:code/:version/:z/:x/:y', { config: { rateLimit: { max: 3000, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { actor, params } = request
    if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
    const [area, tile] = [areaIn(params), placeOf(params)]
    if (area === undefined || tile === undefined) throw new Problem('input.not-found')
    const content = await transact(around, 'read', { actor, scope: scopeOf(actor, 'signed-in'), request: { id: request.id, address: request.ip, device: '' } }, (ctx) => tileOf(ctx, area, tile))
    return reply.type('application/vnd.mapbox-vector-tile').header('cache-control', 'private, max-age=31536000, immutable').send(Buffer.from(content))
  })
}

function areaIn({ code }: Address): string | undefined {
  if (code === 'all') return '/'
  const path = /^\d{2,17}$/.test(code) ? areaOf(code) : ''
  return isAreaPath(path) ? path : undefined
}

function placeOf({ z, x, y }: Address): { z: number, x: number, y: number } | undefined {
  if (![z, x, y].every((one) => /^\d{1,6}$/.test(one))) return undefined
  const place = { z: Number(z), x: Number(x), y: Number(y) }
  return place.z <= atlasZoom.most && place.x < 2 ** place.z && place.y < 2 ** place.z ? place : undefined
}
