import type { Place } from '../../phone/phone.ts'

/** Office time, wherever the phone is, without `Intl`. */
const eastOfGreenwich = 8 * 3600 * 1000

/** The lines drawn on a photo: when and by whom, at which place, and where the phone was. */
export function stampLines({ at, by, spot, place }: { at: number, by: string, spot: Place | null, place: string }): string[] {
  const time = new Date(at + eastOfGreenwich).toISOString().slice(0, 19).replace('T', ' ')
  const where = spot ? `北纬 ${spot.lat.toFixed(6)} 东经 ${spot.lng.toFixed(6)}（误差约 ${Math.round(spot.accuracy)} 米）` : '没有取得定位'
  return [`${time} ${by}`.trim(), ...(place ? [place] : []), where]
}
