import { Refusal } from '@linli/client'
import type { ProblemBody } from '@linli/contract'
import { noteStanding, ownPage } from './call.ts'

/** What is needed of the answer: the id by which forms name the photo. */
export interface Uploaded { id: string }

/** Address of a stored photo; `thumb` is the thumbnail for lists. */
export const photoUrl = (id: string, size: 'thumb' | 'full' = 'full'): string => `/api/file/${id}${size === 'thumb' ? '?size=thumb' : ''}`

/** Sends one photo, or another file to where such go with `words` said of it, and tells how far it is (0–1). XMLHttpRequest, because fetch cannot tell the progress of sending. Throws Refusal. */
export const upload = (file: File, onProgress: (share: number) => void, { to = '/api/file/upload', words = {} }: { to?: string, words?: Record<string, string> } = {}): Promise<Uploaded> => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest()
  request.open('POST', to)
  request.responseType = 'json'
  for (const [name, value] of Object.entries(ownPage)) request.setRequestHeader(name, value)
  request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total))
  request.addEventListener('load', () => request.status < 300 ? resolve(request.response as Uploaded) : reject(new Refusal(problem(request))))
  request.addEventListener('error', () => reject(new Refusal(problem(request))))
  const form = new FormData()
  // Words stand before the file: it is read as it comes.
  for (const [name, value] of Object.entries(words)) form.append(name, value)
  form.append('file', file)
  request.send(form)
})

function problem(request: XMLHttpRequest): ProblemBody {
  const body = request.response as ProblemBody | null
  noteStanding(body)
  return body?.code ? body : { type: 'about:blank', code: 'server.busy', status: request.status, title: '没有传上去，请检查网络后重试' }
}
