import type { MultipartFile } from '@fastify/multipart'
import type { Permission } from '@linli/contract'
import type { FastifyRequest } from 'fastify'
import { scopeOf } from '../kernel/actor.ts'
import { Problem } from '../kernel/problem.ts'
import type { Asking } from '../kernel/transaction.ts'

/** The one file of a body, and the words that stand before it. The reader of multipart bodies was registered for photos. @throws Problem where there is none, it was cut off or is larger than `most` bytes. */
export async function sentFile(request: FastifyRequest, { most, hint = '' }: { most: number, hint?: string }): Promise<{ name: string, content: Buffer, words: Record<string, unknown> }> {
  const notWhole = (error: Error & { statusCode?: number }): never => {
    if (error.statusCode === 413) throw new Problem('input.too-large', { detail: `文件超过 ${most / 1024 / 1024} MB${hint}` })
    // What the reader says without a status is about a body that was cut off, or is none.
    throw error.statusCode ? error : new Problem('input.invalid', { detail: '文件没有传完整，请重新上传' })
  }
  const part = await request.file({ limits: { fileSize: most, fields: 8 } }).catch(notWhole)
  const content = await part?.toBuffer().catch(notWhole)
  if (!part || !content) throw new Problem('input.invalid', { detail: '没有收到文件', fields: [{ path: 'file', message: '请选择文件' }] })
  return { name: part.filename, content, words: wordsOf(part) }
}

const wordsOf = ({ fields }: MultipartFile) => Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (field !== undefined && 'value' in field ? [[name, field.value]] : [])))

/** Who asks by an address of its own, with what they may. */
export function askingFor({ actor, id, ip }: FastifyRequest, may: Permission): Asking {
  if (actor.mustChangePassword) throw new Problem('sign-in.change-password')
  return { actor, scope: scopeOf(actor, may), request: { id, address: ip, device: '' } }
}
