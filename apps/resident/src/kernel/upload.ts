import { Refusal } from '@linli/client'
import { createContext } from 'react'
import type { Photo } from '../phone/phone.ts'
import { shrunk } from './photo.ts'
import { wordsOf } from './problem.ts'
import { Sorry } from './sorry.ts'
import { warn } from './toast.ts'
import { upload } from './transport.ts'
import type { Line } from './transport.ts'

/**
 * A photo on its way to the server: what share is through, and its id there once it has arrived. Without a path only the server still has it.
 * What the server refused for itself (`why`) is not sent again.
 */
export type HeldPhoto = Photo & { key: string, state: 'sending' | 'sent' | 'failed' | 'refused', share: number, id: string | null, isSmall?: boolean, why?: string }

/** Changes a list of photos wherever it is kept; it may have changed in between. */
export type ChangePhotos = (act: (photos: HeldPhoto[]) => HeldPhoto[]) => void

/** With whose session photos are sent up; pages for others than residents say theirs. */
export const UploadTarget = createContext<Line['upload']>(upload)

let count = 0

/**
 * Adds what was chosen, makes it small and sends it up, one after another: an old phone holds one large picture, a stairwell's network
 * carries one at a time. They are in the list from the beginning, so that nothing is sent without them.
 */
export function addPhotos(chosen: readonly Photo[], change: ChangePhotos, target: Line['upload']) {
  const added = chosen.map((photo): HeldPhoto => {
    count += 1
    return { ...photo, key: `${Date.now()}-${count}`, state: 'sending', share: 0, id: null }
  })
  change((photos) => [...photos, ...added])
  for (const photo of added) queue(photo, change, target)
}

/** Tries once more what did not get through. */
export function sendAgain(photo: HeldPhoto, change: ChangePhotos, target: Line['upload']) {
  alter(change, photo, { state: 'sending', share: 0 })
  queue(photo, change, target)
}

export const idsOf = (photos: readonly HeldPhoto[]): string[] => photos.flatMap(({ id }) => id ?? [])

/** Says what still stands in the way of sending on; null where nothing does. */
export function notReady(photos: readonly HeldPhoto[]): string | null {
  if (photos.some(({ state }) => state === 'sending')) return '照片还在上传，请稍等'
  if (photos.some(({ state }) => state === 'refused')) return '有照片不能用，请删除'
  return photos.some(({ state }) => state === 'failed') ? '有照片没有传成，请点它重传或删除' : null
}

/** Shares are shown in tenths: each is written to the phone's storage with the list. */
const step = 0.1

let line = Promise.resolve()

const queue = (photo: HeldPhoto, change: ChangePhotos, target: Line['upload']) => { line = line.then(() => send(photo, change, target)) }

async function send(photo: HeldPhoto, change: ChangePhotos, target: Line['upload']) {
  try {
    let shown = 0
    const through = (share: number) => {
      if (share - shown < step) return
      shown = share
      alter(change, photo, { share })
    }
    const { status, body } = await target('/api/file/upload', await small(photo, change), through)
    if (status !== 200) throw isProblem(body) ? new Refusal(body) : new Sorry('照片没有传成，请重试')
    alter(change, photo, { state: 'sent', share: 1, id: (body as { id: string }).id })
  } catch (reason) {
    alter(change, photo, isHopeless(reason) ? { state: 'refused', why: whyNot(reason) } : { state: 'failed' })
    warn(reason instanceof Refusal || reason instanceof Sorry ? whyNot(reason) : '网络不通，照片没有传成，请点照片重传')
  }
}

/** What is sent; from then on the small one is shown, too. */
async function small(photo: HeldPhoto, change: ChangePhotos): Promise<Photo> {
  if (photo.isSmall) return photo
  const { path, bytes } = await shrunk(photo)
  alter(change, photo, { path, bytes, isSmall: true })
  return { path, bytes }
}

/** Too large, no picture, or a picture that nothing can open: so it stays, however often it is sent. */
const isHopeless = (reason: unknown) => reason instanceof Refusal && [400, 413, 415].includes(reason.problem.status)

/** What the door calls too large is a photo here. */
const whyNot = (reason: unknown) => reason instanceof Refusal && reason.problem.status === 413 ? '照片太大' : wordsOf(reason)

const isProblem = (body: unknown): body is ConstructorParameters<typeof Refusal>[0] => typeof body === 'object' && body !== null && 'code' in body

const alter = (change: ChangePhotos, { key }: HeldPhoto, news: Partial<HeldPhoto>) =>
  change((photos) => photos.map((photo) => photo.key === key ? { ...photo, ...news } : photo))
