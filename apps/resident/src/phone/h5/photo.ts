import type { Photo } from '../phone.ts'
import { within } from '../print.ts'

/** What stands behind a blob address. Asking the address for it would need `connect-src blob:` in the server's content security policy. */
const contents = new Map<string, Blob>()

/** What was chosen or made on this page. @throws for an address of another page's life. */
export function contentOf({ path }: Photo): Blob {
  const content = contents.get(path)
  if (!content) throw new Error('the photo is gone')
  return content
}

/** Keeps what a blob address stands for. */
export function hold(content: Blob): Photo {
  const path = URL.createObjectURL(content)
  contents.set(path, content)
  return { path, bytes: content.size }
}

/**
 * The browser's own way to choose photos; phones offer the camera there too, or open it at once (`from`). Browsers older than 2023 do not say that
 * nothing was chosen: then this never answers, and the next call asks anew. Works only while a tap is being handled.
 */
export function choosePhotos(room: number, from?: 'camera'): Promise<Photo[]> {
  const input = document.createElement('input')
  if (from) input.capture = 'environment'
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = room > 1
  return new Promise((done) => {
    const hand = () => done([...(input.files ?? [])].map(hold))
    input.addEventListener('change', hand)
    input.addEventListener('cancel', hand)
    input.click()
  })
}

/**
 * Drawing anew leaves behind what the camera wrote into the file (the place it was taken, the phone's serial number),
 * so none of it leaves the phone. Rejects where the browser cannot read the picture.
 */
export async function shrink(photo: Photo, longestEdge: number, quality: number): Promise<Photo> {
  const image = await loaded(photo.path)
  const made = await drawn(image, within({ width: image.naturalWidth, height: image.naturalHeight }, longestEdge), quality)
  forget(photo)
  return hold(made)
}

/** The picture as JPEG in this size; `add` draws on it. */
export async function drawn(image: HTMLImageElement, { width, height }: { width: number, height: number }, quality: number, add?: (paper: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const paper = canvas.getContext('2d')
  if (paper) {
    // JPEG knows nothing transparent and would make it black.
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, width, height)
    paper.drawImage(image, 0, 0, width, height)
    add?.(paper)
  }
  const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg', quality) })
  if (!blob) throw new Error('the canvas gave no picture')
  return blob
}

/** Frees what is not shown any more. */
export function forget({ path }: Photo) {
  URL.revokeObjectURL(path)
  contents.delete(path)
}

export function loaded(address: string): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const image = new Image()
    image.addEventListener('load', () => done(image))
    image.addEventListener('error', () => failed(new Error('the browser cannot read the picture')))
    image.src = address
  })
}
