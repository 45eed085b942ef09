import Taro from '@tarojs/taro'
import type { Photo } from '../phone.ts'

export async function choosePhotos(room: number, from?: 'camera'): Promise<Photo[]> {
  try {
    const { tempFiles } = await Taro.chooseImage({ count: room, sizeType: ['compressed'], sourceType: from ? [from] : ['album', 'camera'] })
    return tempFiles.map(({ path, size }) => ({ path, bytes: size }))
  } catch (reason) {
    if (/cancel/i.test((reason as { errMsg?: string }).errMsg ?? '')) return []
    throw reason
  }
}

export async function shrink(photo: Photo, longestEdge: number, quality: number): Promise<Photo> {
  const { width, height } = await Taro.getImageInfo({ src: photo.path })
  const longer = width >= height ? 'compressedWidth' : 'compressedHeight'
  const size = Math.max(width, height) > longestEdge ? { [longer]: longestEdge } : {}
  const { tempFilePath } = await Taro.compressImage({ src: photo.path, quality: Math.round(quality * 100), ...size })
  return { path: tempFilePath, bytes: photo.bytes }
}
