import type { MultipartFile } from '@fastify/multipart'
import { MapSent, mostMapBytes } from '@linli/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { scopeOf } from '../kernel/actor.ts'
import { Problem, inWords, invalid } from '../kernel/problem.ts'
import { transact, type Around, type Asking } from '../kernel/transaction.ts'
import { receive } from '../modules/mapping/index.ts'

/** Data of the map go up as files; what becomes of them is the mapping's. The reader of multipart bodies was registered for photos. */
export function serveMapFiles(app: FastifyInstance, around: Around): void {
  app.post('/api/map/upload', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } }, bodyLimit: mostMapBytes + 100_000 }, async (request) => {
    const asking = askingOf(request)
    const part = await request.file({ limits: { fileSize: mostMapBytes, fields: 4 } }).catch(notWhole)
    const content = await part?.toBuffer().catch(notWhole)
    if (!part || !content) throw new Problem('input.invalid', { detail: '没有收到文件', fields: [{ path: 'file', message: '请选择文件' }] })
    const sent = MapSent.safeParse(wordsOf(part), { error: inWords })
    if (!sent.success) throw invalid(sent.error)
    return transact(around, 'write', asking, (ctx) => receive(ctx, { ...sent.data, name: part.filename, content }))
  })
}

/** What stands in the body before the file. */
const wordsOf = ({ fields }: MultipartFile) => Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (field !== undefined && 'value' in field ? [[name, field.value]] : [])))

function askingOf(request: FastifyRequest): Asking {
  const { actor } = request
  if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
  return { actor, scope: scopeOf(actor, 'organisation.manage'), request: { id: request.id, address: request.ip, device: '' } }
}

/** What the reader of multipart bodies says without a status is about a body that was cut off, or is none. */
function notWhole(error: Error & { statusCode?: number }): never {
  if (error.statusCode === 413) throw new Problem('input.too-large', { detail: `文件超过 ${mostMapBytes / 1024 / 1024} MB，请拆分后再导入` })
  throw error.statusCode ? error : new Problem('input.invalid', { detail: '文件没有传完整，请重新上传' })
}
