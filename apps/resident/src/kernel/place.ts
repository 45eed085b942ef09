import { phone } from '#phone'
import type { Place } from '../phone/phone.ts'
import { Sorry } from './sorry.ts'

/** Where this phone is. Throws `Sorry` with what to do instead. */
export async function here(): Promise<Place> {
  const { lng, lat, accuracy } = await phone.locate().catch(refused)
  return { lng: rounded(lng), lat: rounded(lat), accuracy: Math.round(accuracy) }
}

/** Six decimals are a tenth of a metre: finer than any phone knows. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function refused(reason: { errMsg?: string }): never {
  const isForbidden = /deny|denied|auth|privacy/i.test(reason.errMsg ?? '')
  throw new Sorry(isForbidden ? '没有得到定位的允许，请在手机设置里打开，或在地图上选、按名称找' : '暂时定不到位置，请在地图上选，或按名称找')
}
