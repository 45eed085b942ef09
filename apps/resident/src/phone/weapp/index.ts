import Taro from '@tarojs/taro'
import { fromGcj02 } from '@linli/standards/coordinates.ts'
import type { BarRoom, Phone, Place } from '../phone.ts'
import { choosePhotos, shrink } from './photo.ts'
import { watchPrivacy } from './privacy.ts'
import { post, sendPhoto } from './request.ts'

export const phone: Phone = {
  post,
  sendPhoto,
  choosePhotos,
  shrink,
  locate,
  barRoom,
  focusOn: () => {},
  showPhotos: (paths, at) => { void Taro.previewImage({ urls: [...paths], current: paths[at] }) },
  voice: null,
  shownText: () => '',
  privacy: { watch: watchPrivacy, openGuide: () => Taro.openPrivacyContract({}) },
}

/** WeChat's maps draw in GCJ-02; asked for WGS84 it answers more roughly, so take back its shift ourselves. */
async function locate(): Promise<Place> {
  const found = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 8000 })
  const [lng, lat] = fromGcj02([found.longitude, found.latitude])
  return { lng, lat, accuracy: Number(found.accuracy) || 0 }
}

function barRoom(): BarRoom {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  return { top: statusBarHeight, height: capsule.height + 2 * (capsule.top - statusBarHeight), right: windowWidth - capsule.left }
}
