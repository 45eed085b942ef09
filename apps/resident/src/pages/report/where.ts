import { call } from '../../kernel/call.ts'
import { Sorry } from '../../kernel/sorry.ts'
import type { Phone, Point } from '../../phone/phone.ts'
import type { Where } from './draft.ts'

/** What the point is called. Throws the server's refusal where nobody serves it. */
export async function whereOf(point: Point, note: string | null): Promise<Where> {
  const { fullName } = await call('organisation', 'locate', point)
  return { point, area: null, name: fullName, note }
}

/** A point of the phone's own map, and what is written there; null where they change their mind. */
export async function pickOnPhoneMap(choose: NonNullable<Phone['choosePlace']>, near: Point | null): Promise<{ where: Where, place: string } | null> {
  const picked = await choose(near).catch(() => { throw new Sorry('没有打开地图，请在手机设置里允许使用位置，或按名称找') })
  if (!picked) return null
  return { where: await whereOf({ lng: picked.lng, lat: picked.lat }, null), place: picked.name }
}
