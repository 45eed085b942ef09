/** What the browser says about where one is: a point (WGS84) with its error in metres, or why there is none. */
export interface Located { point?: { lng: number, lat: number }, accuracy?: number, fault?: string }

/** In the words of PermissionDenied, PositionUnavailable, Timeout. */
const faults: Record<number, string> = { 1: '您没有允许使用位置。请在浏览器的网站设置里允许位置，再点“重新定位”。', 2: '这里收不到定位信号。请走到室外开阔处，再点“重新定位”。', 3: '定位超时。请走到室外开阔处，再点“重新定位”。' }

/** Asks the browser once; never throws. Browsers tell the place to pages on https only. */
export const locate = (geolocation: Geolocation | undefined = navigator.geolocation): Promise<Located> => new Promise((resolve) => {
  if (!geolocation || !globalThis.isSecureContext) return void resolve({ fault: '这个页面不能取得位置（浏览器只在 https 网址下提供）。' })
  return geolocation.getCurrentPosition(
    ({ coords }) => resolve({ point: { lng: round(coords.longitude), lat: round(coords.latitude) }, accuracy: Math.min(100_000, Math.round(coords.accuracy)) }),
    ({ code }) => resolve({ fault: faults[code] ?? '没有取得位置。' }),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 0 },
  )
})

/** Seven digits are a centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
