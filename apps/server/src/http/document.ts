import { DocumentSent, Id, Purpose, maxDocumentBytes } from '@linli/contract'
import type { FastifyInstance } from 'fastify'
import { Problem, invalid, inWords } from '../kernel/problem.ts'
import { transact, type Around } from '../kernel/transaction.ts'
import { keep, open, readPaper } from '../modules/document/index.ts'
import { askingFor, sentFile } from './sent-file.ts'

/** Papers of a record go up and are opened as files. Opened by POST: what for is no part of an address. */
export function serveDocuments(app: FastifyInstance, around: Around): void {
  app.post('/api/document/upload', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } }, bodyLimit: maxDocumentBytes + 100_000 }, async (request) => {
    const asking = askingFor(request, 'base.edit')
    const { content, words } = await sentFile(request, { most: maxDocumentBytes })
    const sent = DocumentSent.safeParse(words, { error: inWords })
    if (!sent.success) throw invalid(sent.error)
    const paper = await readPaper(content)
    return transact(around, 'write', asking, (ctx) => keep(ctx, sent.data, paper))
  })

  app.post<{ Body: { id?: unknown, purpose?: unknown } | null }>('/api/document/file', { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (request, reply) => {
    const asking = askingFor(request, 'base.view')
    const { data: id } = Id.safeParse(request.body?.id)
    if (id === undefined) throw new Problem('input.invalid', { fields: [{ path: 'id', message: '请选择要查看的材料' }] })
    const { type, name, content } = await transact(around, 'write', asking, (ctx) => open(ctx, { id, purpose: Purpose.safeParse(request.body?.purpose).data }))
    return reply.type(type).header('cache-control', 'no-store').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${type === 'image/jpeg' ? 'jpg' : 'pdf'}`)}`).send(content)
  })
}
