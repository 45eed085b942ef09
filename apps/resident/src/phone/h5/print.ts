import type { Photo } from '../phone.ts'
import { attempts, stamp, within } from '../print.ts'
import type { Print } from '../print.ts'
import { drawn, forget, hold, loaded } from './photo.ts'

/** Each attempt draws the photo anew: what JPEG lost once is not lost twice. */
export async function print(photo: Photo, wanted: Print): Promise<Photo> {
  const image = await loaded(photo.path)
  let made: Blob | null = null
  for (const { edge, quality } of attempts(wanted)) {
    const size = within({ width: image.naturalWidth, height: image.naturalHeight }, edge)
    made = await drawn(image, size, quality, (paper) => stamp(paper, size, wanted.lines))
    if (made.size <= wanted.mostBytes) break
  }
  forget(photo)
  return hold(made!)
}
