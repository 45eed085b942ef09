import Taro from '@tarojs/taro'
import type { Photo } from '../phone.ts'
import { attempts, stamp, within } from '../print.ts'
import type { Paper, Print } from '../print.ts'

/** On a canvas that is not shown (base library 2.16.1 and later). */
export async function print({ path }: Photo, wanted: Print): Promise<Photo> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  let made: Photo | null = null
  for (const { edge, quality } of attempts(wanted)) {
    made = await drawn(path, within({ width, height }, edge), quality, wanted.lines)
    if (made.bytes <= wanted.mostBytes) break
  }
  return made!
}

async function drawn(path: string, size: { width: number, height: number }, quality: number, lines: readonly string[]): Promise<Photo> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size })
  const paper = canvas.getContext('2d') as unknown as Paper & { drawImage: (image: unknown, x: number, y: number, width: number, height: number) => void }
  paper.drawImage(await loaded(canvas.createImage(), path), 0, 0, size.width, size.height)
  stamp(paper, size, lines)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, ...size, destWidth: size.width, destHeight: size.height, fileType: 'jpg', quality })
  return { path: tempFilePath, bytes: await bytesOf(tempFilePath) }
}

const loaded = (image: Taro.Image, path: string) => new Promise<Taro.Image>((done, failed) => {
  Object.assign(image, { onload: () => done(image), onerror: () => failed(new Error('the picture cannot be read')), src: path })
})

const bytesOf = (filePath: string) => new Promise<number>((done, failed) => {
  Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => done(size), fail: failed })
})
