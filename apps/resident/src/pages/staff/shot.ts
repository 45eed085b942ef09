import { phone } from '#phone'
import { serverNow } from '../../kernel/clock.ts'
import { newKey } from '../../kernel/key.ts'
import { staff } from '../../kernel/staff.ts'
import { Sorry } from '../../kernel/sorry.ts'
import { warn } from '../../kernel/toast.ts'
import type { Photo } from '../../phone/phone.ts'
import { addShot } from './box.ts'
import type { Parcel, Shot } from './parcel.ts'
import { nearNow } from './spot.ts'
import { stampLines } from './stamp-rules.ts'

/** What a stairwell's network carries (300 KB), and long enough to read a house number. */
const print = { longestEdge: 1600, mostBytes: 300 * 1024 }

/** Longer nobody stands there with the camera: then the photo says that the place is not known. */
const patience = 4000

/** Opens the camera, draws time and place on what was taken, and puts it into the box. Nothing where the person changes their mind. */
export async function takeShot(sheet: Parcel, part: Shot['part'], place: string): Promise<void> {
  const spot = Promise.race([nearNow(), new Promise<null>((done) => { setTimeout(() => done(null), patience) })])
  const [taken] = await phone.choosePhotos(1, 'camera').catch(() => { throw new Sorry('没有取到照片，请在手机设置里允许使用相机') })
  if (!taken) return
  const photo = await stamped(taken, stampLines({ at: serverNow(), by: staff.get().name, spot: await spot, place }))
  await addShot(sheet, { key: newKey(), part, id: null }, photo).catch(() => { throw new Sorry('照片没有存下来，手机空间可能不够了') })
}

/** Where the phone cannot draw, a photo without words is better than none; that is said. */
async function stamped(photo: Photo, lines: string[]): Promise<Photo> {
  try {
    return await phone.print(photo, { lines, ...print })
  } catch {
    const small = await phone.shrink(photo, print.longestEdge, 0.6).catch(unreadable)
    warn('这部手机不能在照片上写时间地点，照片已照原样保存')
    return small
  }
}

/** What this phone itself cannot open nobody else could: HEIC of some cameras, or no photo at all. It is said now, not when it arrives at the server. */
function unreadable(): never {
  throw new Sorry('这张照片打不开（可能是 HEIC 格式），没有保存。请在相机设置里选「兼容性最佳」或 JPEG 后再拍')
}
