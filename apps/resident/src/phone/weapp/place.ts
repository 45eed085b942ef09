import Taro from '@tarojs/taro'
import { fromGcj02, toGcj02 } from '@linli/standards/coordinates.ts'
import type { Place, Point } from '../phone.ts'

/** WeChat's maps draw in GCJ-02; asked for WGS84 it answers more roughly, so take back its shift ourselves. */
export async function locate(): Promise<Place> {
  const found = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 8000 })
  const [lng, lat] = fromGcj02([found.longitude, found.latitude])
  return { lng, lat, accuracy: Number(found.accuracy) || 0 }
}

export async function choosePlace(near: Point | null): Promise<(Point & { name: string }) | null> {
  const [longitude, latitude] = near ? toGcj02([near.lng, near.lat]) : []
  try {
    const chosen = await Taro.chooseLocation(longitude === undefined ? {} : { longitude, latitude })
    const [lng, lat] = fromGcj02([Number(chosen.longitude), Number(chosen.latitude)])
    return { lng, lat, name: chosen.name }
  } catch (reason) {
    if (/cancel/i.test((reason as { errMsg?: string }).errMsg ?? '')) return null
    throw reason
  }
}
