import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import { Id, maxPhotoBytes } from '@linli/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../kernel/actor.ts'
import { areasFor, nobody, scopeOf, tenantOf } from '../kernel/actor.ts'
import type { Scope } from '../kernel/db.ts'
import { newId } from '../kernel/id.ts'
import { Problem, found } from '../kernel/problem.ts'
import { transact, type Around, type Asking } from '../kernel/transaction.ts'
import { keepByLink, mayLookByLink, maySendUp } from '../modules/link/index.ts'

/** Photos go up before the step they belong to; until then only who took them sees them. */
export async function servePhotos(app: FastifyInstance, around: Around): Promise<void> {
  const { files } = around
  await app.register(multipart, { limits: { fileSize: maxPhotoBytes, files: 1, fields: 2 } })

  app.post('/api/file/upload', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, bodyLimit: maxPhotoBytes + 100_000 }, async (request) => {
    const token = linkOf(request)
    const asking = token === undefined ? askingOf(request) : atTheGate(request)
    if (token !== undefined) await transact(around, 'read', asking, (ctx) => maySendUp(ctx, token))
    const content = await request.file().then((part) => part?.toBuffer()).catch(notWhole)
    if (!content) throw new Problem('input.invalid', { detail: '没有收到照片', fields: [{ path: 'file', message: '请选择照片' }] })
    const photo = await files.keepPhoto(newId(around.clock()), content)
    const digest = createHash('sha256').update(photo.bytes).digest()
    await transact(around, 'write', asking, async (ctx) => {
      if (token !== undefined) return keepByLink(ctx, token, { id: photo.id, width: photo.width, height: photo.height, bytes: photo.bytes.length, digest })
      await ctx.db.insertInto('photo').values({ id: photo.id, uploaded_by: ctx.actor.id!, uploader_name: ctx.actor.name, kind: 'image/jpeg', width: photo.width, height: photo.height, bytes: photo.bytes.length, digest, at: ctx.now }).execute()
      const { area } = ctx.actor
      ctx.record('photo.uploaded', { kind: 'photo', id: photo.id, subdistrict: tenantOf(area), area: area || '/' }, { bytes: photo.bytes.length })
    })
    return { id: photo.id, width: photo.width, height: photo.height, bytes: photo.bytes.length, at: around.clock().toISOString() }
  })

  app.get<{ Params: { id: string }, Querystring: { size?: string } }>('/api/file/:id', async (request, reply) => {
    const token = linkOf(request)
    const id = Id.safeParse(request.params.id).data
    const asking = token === undefined ? { ...askingOf(request), scope: scopeOfLook(request.actor) } : atTheGate(request)
    found(id && await transact<unknown>(around, 'read', asking, (ctx) => token !== undefined ? mayLookByLink(ctx, token, id) : ctx.db.selectFrom('photo').select('id').where('id', '=', id).executeTakeFirst()))
    const size = request.query.size === 'thumb' ? 'thumb' : 'full'
    return reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').header('content-disposition', 'inline').send(await files.readPhoto(id!, size))
  })
}

const askingOf = (request: FastifyRequest) => ({ actor: request.actor, scope: scopeOf(admitted(request.actor), 'signed-in'), request: { id: request.id, address: request.ip, device: '' } })

/** Who holds a one-time link has no session: its secret comes in the head of the request, where no log and no address keeps it. */
const linkOf = ({ headers }: FastifyRequest) => headers.authorization?.match(/^Link (\w{1,100})$/)?.[1]
const atTheGate = (request: FastifyRequest): Asking => ({ actor: nobody, scope: { role: 'gate' }, request: { id: request.id, address: request.ip, device: '' } })

/** A photo is seen by whoever may see its event; before it belongs to one, by who took it. */
const scopeOfLook = (actor: Actor): Scope => ({ ...scopeOf(actor, 'signed-in'), ...(actor.side === 'staff' && { areas: areasFor(actor, 'event.view') }) })

/** What the reader of multipart bodies says without a status is about a body that was cut off, or is none. */
function notWhole(error: Error & { statusCode?: number }): never {
  throw error.statusCode ? error : new Problem('input.invalid', { detail: '照片没有传完整，请重新上传' })
}

function admitted(actor: Actor): Actor {
  if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
  return actor
}
