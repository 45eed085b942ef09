import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { newId } from './id.ts'
import { Problem } from './problem.ts'

export interface Photo { id: string, width: number, height: number, bytes: Buffer }

export interface Files {
  /** Checks by content, turns upright, shrinks, strips EXIF (place, camera, owner) and stores photo and thumbnail. */
  keepPhoto(id: string, content: Buffer): Promise<Photo>
  readPhoto(id: string, size: 'full' | 'thumb'): Promise<Uint8Array>
  /** Stores a kept photo under another id too. */
  copyPhoto(id: string, as: string): Promise<void>
  /** Keeps a note of the server's own outside the database; a new one takes the place of the old at once or not at all. */
  keepNote(name: string, text: string): Promise<void>
  readNote(name: string): Promise<string | undefined>
  /** Removes a photo that was never used. */
  dropPhoto(id: string): Promise<void>
}

/** Longest side in pixels: enough to read a number plate, little enough for a phone network. */
const longest = { full: 1920, thumb: 320 }
/** JPEG, PNG or WebP, by the first twelve bytes. */
const isPhoto = (head: string) => head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n') || (head.startsWith('RIFF') && head.endsWith('WEBP'))
/** Against pictures that are small as files and huge unpacked; a photo of a good phone has 50 million pixels. */
const mostPixels = 60_000_000
/** A picture one pixel wide costs its length in single rows. */
const longestSide = 30_000

/** Pictures unpacked at a time: one may take a quarter of a gigabyte, and holds a thread that signing in waits for too. */
const mostAtOnce = 2

export function openFiles(folder: string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const inTurn = turns(mostAtOnce)
  const key = (id: string, size: string) => `${id.slice(-2)}/${id}.${size}.jpg`
  return {
    async keepPhoto(id, content) {
      const { full, thumb } = await inTurn(async () => {
        const photo = await shrink(content, longest.full)
        return { full: photo, thumb: await shrink(photo.data, longest.thumb) }
      })
      await disk.put(key(id, 'full'), full.data)
      await disk.put(key(id, 'thumb'), thumb.data)
      return { id, width: full.info.width, height: full.info.height, bytes: full.data }
    },
    readPhoto: (id, size) => disk.getBytes(key(id, size)),
    async copyPhoto(id, as) {
      for (const size of ['full', 'thumb']) await disk.copy(key(id, size), key(as, size))
    },
    async keepNote(name, text) {
      const fresh = join(folder, 'note', `${name}.${newId()}`)
      await mkdir(join(folder, 'note'), { recursive: true })
      await writeFile(fresh, text)
      await rename(fresh, join(folder, 'note', name))
    },
    readNote: (name) => readFile(join(folder, 'note', name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return undefined
    }),
    async dropPhoto(id) {
      await disk.delete(key(id, 'full'))
      await disk.delete(key(id, 'thumb'))
    },
  }
}

/** Lets so many work at a time; the others wait in the order they came. */
function turns(most: number) {
  let free = most
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => void waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** With the first picture: what reads them takes 21 MB, which a server that gets none does without. */
const reader = async () => (await import('sharp')).default

export async function shrink(content: Buffer, side: number) {
  // By its first bytes, before any reader of pictures sees it: there are many, for many kinds.
  if (!isPhoto(content.toString('latin1', 0, 12))) throw new Problem('file.kind')
  const sharp = await reader()
  const { width, height } = await sharp(content, { limitInputPixels: false }).metadata().catch(() => { throw new Problem('file.broken') })
  if (width * height > mostPixels || Math.max(width, height) > longestSide) throw new Problem('file.too-large')
  return sharp(content, { limitInputPixels: mostPixels, failOn: 'error' }).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer({ resolveWithObject: true })
    .catch(() => { throw new Problem('file.broken') })
}
