import Taro from '@tarojs/taro'
import type { BarRoom, Phone } from '../phone.ts'
import { whenBack } from './back.ts'
import { box } from './box.ts'
import { choosePhotos, shrink } from './photo.ts'
import { choosePlace, locate } from './place.ts'
import { print } from './print.ts'
import { watchPrivacy } from './privacy.ts'
import { pictureAt, pictureData, post, sendPhoto } from './request.ts'

export const phone: Phone = {
  post,
  sendPhoto,
  pictureAt,
  pictureData,
  choosePhotos,
  shrink,
  print,
  locate,
  choosePlace,
  barRoom,
  focusOn: () => {},
  showField: (id) => { void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 0 }) },
  showPhotos: (paths, at) => { void Taro.previewImage({ urls: [...paths], current: paths[at] }) },
  voice: null,
  dictation: null,
  shownText: () => '',
  dial: (number) => { Taro.makePhoneCall({ phoneNumber: number }).catch(() => {}) },
  copy: async (text) => { await Taro.setClipboardData({ data: text }) },
  openPage: null,
  stream: null,
  box,
  whenBack,
  keepPages: null,
  endPull: () => { void Taro.stopPullDownRefresh() },
  weChatCode: async () => (await Taro.login()).code,
  privacy: { watch: watchPrivacy, openGuide: () => Taro.openPrivacyContract({}) },
}

function barRoom(): BarRoom {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  return { top: statusBarHeight, height: capsule.height + 2 * (capsule.top - statusBarHeight), right: windowWidth - capsule.left }
}
