import type { Place } from '../phone.ts'

/** Browsers answer in WGS84, which is CGCS2000 to within centimetres. */
export function locate(): Promise<Place> {
  return new Promise((done, failed) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      (reason) => failed({ errMsg: reason.code === reason.PERMISSION_DENIED ? 'denied' : reason.message }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}
