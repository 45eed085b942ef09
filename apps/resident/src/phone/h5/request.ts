import type { Answer, Photo } from '../phone.ts'
import { contentOf } from './photo.ts'

/** Weak networks in stairwells and lifts: longer than a browser's habit, shorter than a person's patience. */
const patience = 20_000
/** What 300 KB need where the network is at its worst. */
const photoPatience = 60_000

export async function post(address: string, body: unknown, header: Record<string, string>): Promise<Answer> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), patience)
  try {
    const headers = { 'content-type': 'application/json', ...header }
    const response = await fetch(address, { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body), signal: limit.signal })
    return { status: response.status, body: await response.json().catch(() => null), at: Date.parse(response.headers.get('date') ?? '') }
  } finally {
    clearTimeout(timer)
  }
}

/** `fetch` does not tell how much is through, so this is the older way. */
export function sendPhoto(address: string, photo: Photo, header: Record<string, string>, through: (share: number) => void): Promise<Answer> {
  const form = new FormData()
  form.append('file', contentOf(photo), 'photo.jpg')
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.timeout = photoPatience
  request.responseType = 'json'
  for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value)
  return new Promise((done, failed) => {
    const lost = () => failed(new Error('nothing answers'))
    request.upload.addEventListener('progress', ({ loaded, total }) => through(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => done({ status: request.status, body: request.response }))
    request.addEventListener('error', lost)
    request.addEventListener('timeout', lost)
    request.send(form)
  })
}

export async function pictureData(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' })
  if (!response.ok) throw new Error('the picture did not come')
  const content = await response.blob()
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => done(String(reader.result)))
    reader.addEventListener('error', () => failed(reader.error))
    reader.readAsDataURL(content)
  })
}

/** Server-sent events; the browser connects again by itself. */
export function stream(address: string, hear: (message: unknown) => void) {
  const source = new EventSource(address)
  source.addEventListener('message', ({ data }) => hear(JSON.parse(String(data))))
  return () => source.close()
}
