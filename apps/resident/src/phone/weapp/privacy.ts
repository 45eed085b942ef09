import Taro from '@tarojs/taro'
import type { Consent } from '../phone.ts'

/**
 * Since 2023-09-15 WeChat lets no call near photos, place or phone number until the person agreed to the privacy guide
 * (小程序用户隐私保护指引). Calls made while one is waiting wait with it. Base libraries before 2.32.3 know no guide.
 */
export function watchPrivacy(ask: (consent: Consent) => void) {
  if (!Taro.onNeedPrivacyAuthorization) return
  const waiting: ((option: Taro.onNeedPrivacyAuthorization.ResolveOption) => void)[] = []
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve)
    resolve({ event: 'exposureAuthorization' })
    ask((agreedBy) => {
      for (const go of waiting.splice(0)) go(agreedBy ? { event: 'agree', buttonId: agreedBy } : { event: 'disagree' })
    })
  })
}
