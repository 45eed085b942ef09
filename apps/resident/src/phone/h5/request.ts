import type { Answer, Photo } from '../phone.ts'

/** Weak networks in stairwells and lifts: longer than a browser's habit, shorter than a person's patience. */
const patience = 20_000
/** What 300 KB need where the network is at its worst. */
const photoPatience = 60_000

export function post(address: string, body: unknown, header: Record<string, string>): Promise<Answer> {
  return ask(address, { headers: { 'content-type': 'application/json', ...header }, body: JSON.stringify(body) }, patience)
}

export async function sendPhoto(address: string, photo: Photo, header: Record<string, string>): Promise<Answer> {
  const form = new FormData()
  form.append('file', await (await fetch(photo.path)).blob(), 'photo.jpg')
  return ask(address, { headers: header, body: form }, photoPatience)
}

async function ask(address: string, init: RequestInit, milliseconds: number): Promise<Answer> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), milliseconds)
  try {
    const response = await fetch(address, { ...init, method: 'POST', credentials: 'same-origin', signal: limit.signal })
    return { status: response.status, body: await response.json().catch(() => null) }
  } finally {
    clearTimeout(timer)
  }
}
