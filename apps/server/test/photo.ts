import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import type { Person } from './city-people.ts'

/** A small real photo, with EXIF that tells where and by whom it was taken. */
export const takePhoto = (colour = '#3a7') => sharp({ create: { width: 800, height: 600, channels: 3, background: colour } })
  .jpeg().withExif({ IFD0: { Make: '示例相机', Artist: '王示一' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 16/1 0/1' } }).toBuffer()

/** Sends a file up as the person would: multipart, one part named `file`. */
export const sendUp = (http: FastifyInstance, person: Pick<Person, 'token'>, content: Buffer, name = '照片.jpg') => sendUpAs(http, `Bearer ${person.token}`, content, name)

/** The same with whatever opens the door: `Link …` for who holds a one-time link. */
export async function sendUpAs(http: FastifyInstance, authorization: string, content: Buffer, name = '照片.jpg', { url = '/api/file/upload', words = {} }: { url?: string, words?: Record<string, string> } = {}): Promise<{ status: number, body: { id: string, code?: string } }> {
  const boundary = 'linli-boundary'
  const said = Object.entries(words).map(([field, word]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${word}\r\n`).join('')
  const head = Buffer.from(`${said}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`)
  const payload = Buffer.concat([head, content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const answer = await http.inject({ method: 'POST', url, headers: { authorization, 'content-type': `multipart/form-data; boundary=${boundary}` }, payload })
  return { status: answer.statusCode, body: answer.json() }
}

/** A paper for a record, with what is said of it. */
export const sendPaper = (http: FastifyInstance, person: Pick<Person, 'token'>, words: Record<string, string>, content: Buffer) => sendUpAs(http, `Bearer ${person.token}`, content, '材料.jpg', { url: '/api/document/upload', words })

export const openPaper = async (http: FastifyInstance, person: Pick<Person, 'token'>, asked: { id: string, purpose?: string }) => {
  const answer = await http.inject({ method: 'POST', url: '/api/document/file', headers: { authorization: `Bearer ${person.token}` }, payload: asked })
  return { status: answer.statusCode, type: answer.headers['content-type'], content: answer.rawPayload, code: answer.statusCode === 200 ? undefined : answer.json().code as string }
}

export const look = async (http: FastifyInstance, person: Person, id: string, size = 'full') => {
  const answer = await http.inject({ method: 'GET', url: `/api/file/${id}?size=${size}`, headers: { authorization: `Bearer ${person.token}` } })
  return { status: answer.statusCode, content: answer.rawPayload }
}
