import { createHash } from 'node:crypto'
import { shrink } from '../../kernel/files.ts'
import { Problem } from '../../kernel/problem.ts'

export interface Paper { type: 'image/jpeg' | 'application/pdf', content: Buffer, digest: Buffer }

/** Enough to read the small print of a page held upright. */
const longest = 2400

// One picture is unpacked at a time: one may take a quarter of a gigabyte.
let before: Promise<unknown> = Promise.resolve()

/** Known by its first bytes, whatever its name says: a picture, turned upright and without where it was taken, or a PDF as it is. */
export async function readPaper(content: Buffer): Promise<Paper> {
  const told = (type: Paper['type'], bytes: Buffer): Paper => ({ type, content: bytes, digest: createHash('sha256').update(bytes).digest() })
  if (content.toString('latin1', 0, 5) === '%PDF-') return told('application/pdf', content)
  const turn = before.then(() => shrink(content, longest))
  before = turn.catch(() => undefined)
  const { data } = await turn.catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'file.kind' ? new Problem('file.kind', { detail: '只能上传照片（JPG、PNG、WebP）或 PDF' }) : error
  })
  return told('image/jpeg', data)
}
