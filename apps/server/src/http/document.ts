import type { MultipartFile } from '@fastify/multipart'
import { DocumentSent, Id, Purpose, maxDocumentBytes } from '@linli/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { scopeOf } from '../kernel/actor.ts'
import { Problem, invalid, inWords } from '../kernel/problem.ts'
import { transact, type Around, type Asking } from '../kernel/transaction.ts'
import { keep, open, readPaper } from '../modules/document/index.ts'

/** Papers of a record go up and are opened as files. Opened by POST: what for is no part of an address. The reader of multipart bodies was registered for photos. */
export function serveDocuments(app: FastifyInstance, around: Around): void {
  app.post('/api/document/upload', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, bodyLimit: maxDocumentBytes + 100_000 }, async (request) => {
    const asking = askingOf(request, 'base.edit')
    const part = await request.file({ limits: { fileSize: maxDocumentBytes, fields: 8 } }).catch(notWhole)
    const content = await part?.toBuffer().catch(notWhole)
    if (!part || !content) throw new Problem('input.invalid', { detail: '没有收到文件', fields: [{ path: 'file', message: '请选择文件' }] })
    const sent = DocumentSent.safeParse(wordsOf(part), { error: inWords })
    if (!sent.success) throw invalid(sent.error)
    const paper = await readPaper(content)
    return transact(around, 'write', asking, (ctx) => keep(ctx, sent.data, paper))
  })

  app.post<{ Body: { id?: unknown, purpose?: unknown } | null }>('/api/document/file', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    const asking = askingOf(request, 'base.view')
    const { data: id } = Id.safeParse(request.body?.id)
    if (id === undefined) throw new Problem('input.invalid', { fields: [{ path: 'id', message: '请选择要查看的材料' }] })
    const { type, name, content } = await transact(around, 'write', asking, (ctx) => open(ctx, { id, purpose: Purpose.safeParse(request.body?.purpose).data }))
    return reply.type(type).header('cache-control', 'no-store').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${type === 'image/jpeg' ? 'jpg' : 'pdf'}`)}`).send(content)
  })
}

/** What stands in the body before the file. */
const wordsOf = ({ fields }: MultipartFile) => Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (field !== undefined && 'value' in field ? [[name, field.value]] : [])))

function askingOf(request: FastifyRequest, may: 'base.view' | 'base.edit'): Asking {
  const { actor } = request
  if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
  return { actor, scope: scopeOf(actor, may), request: { id: request.id, address: request.ip, device: '' } }
}

/** What the reader of multipart bodies says without a status is about a body that was cut off, or is none. */
function notWhole(error: Error & { statusCode?: number }): never {
  if (error.statusCode === 413) throw new Problem('input.too-large', { detail: `文件超过 ${maxDocumentBytes / 1024 / 1024} MB` })
  throw error.statusCode ? error : new Problem('input.invalid', { detail: '文件没有传完整，请重新上传' })
}
