import { Refusal } from '@linli/client'
import { staffCall } from '../../kernel/staff.ts'
import { createStore } from '../../kernel/store.ts'
import { alter, now } from './box.ts'
import { addUnitOf, behindNew, newUnitId } from './door-new.ts'
import { arriveOf, enterOf, tellOf, valuesIn } from './door-rules.ts'
import type { Door, DoorStep } from './door-rules.ts'
import { buildingName } from './door-seen.ts'
import type { Building } from './door-seen.ts'
import { wordIn } from './parcel.ts'
import type { Parcel } from './parcel.ts'
import { recall, remember } from './seen.ts'

type AtDoor = Parcel & { door: Door }

/** What each step tells the server; the key makes it do that once. */
const calls: Record<DoorStep, (parcel: AtDoor) => Promise<unknown>> = {
  'door.enter': (parcel) => staffCall('doorstep', 'enter', enterOf(parcel), parcel),
  'door.change': ({ door: { person, revision }, told, key }) => staffCall('doorstep', 'change', { id: person!, revision: revision!, values: valuesIn(told) }, { key }),
  'door.confirm': confirm,
  'door.moveOut': ({ door: { person, residency }, told, key }) => staffCall('person', 'moveOut', { id: person!, residency: residency!, on: told.on!, reason: told.reason! }, { key }),
  'door.relate': ({ door: { person }, told, key }) => staffCall('relation', 'enter', { kind: 'family', person: person!, relative: told.relative!, role: told.kin! }, { key }),
  'door.join': ({ door: { residency }, told, key }) => staffCall('doorstep', 'join', { residency: residency!, household: told.household! }, { key }),
  'door.transfer': (parcel) => staffCall('transfer', 'ask', { number: wordIn(parcel, 'certificateNumber'), at: { housing: parcel.door.housing }, role: wordIn(parcel, 'role'), since: wordIn(parcel, 'since') || null, reason: wordIn(parcel, 'reason').trim() }, parcel),
  'door.tell': (parcel) => staffCall('claim', 'propose', tellOf(parcel), parcel),
  'door.arrive': (parcel) => staffCall('claim', 'arrive', arriveOf(parcel), parcel),
  'door.addUnit': addUnit,
}

/** Which unit a door has become that was new: for a page that stands at it. */
export const settledUnits = createStore<Readonly<Record<string, string>>>({})

/** What was written behind it goes to the unit from now on. Sent once more it comes to the same: the server answers as before. */
async function addUnit(parcel: AtDoor): Promise<void> {
  const { id, door: { building } } = parcel
  const unit = await staffCall('doorstep', 'addUnit', addUnitOf(parcel), parcel)
  for (const one of behindNew(now(), id)) await alter(one.id, ({ door }) => ({ door: door && { ...door, id: door.id.replace(newUnitId(id), unit.id), housing: unit.id } }))
  const known = await recall<Building>(buildingName(building))
  if (known && !known.data.units.some((one) => one.id === unit.id)) await remember<Building>(buildingName(building), { ...known.data, units: [...known.data.units, { ...unit, people: 0 }] })
  settledUnits.set({ ...settledUnits.get(), [newUnitId(id)]: unit.id })
}

/** The others are looked over all the same; whoever was not is said until it has been read. */
async function confirm({ door: { housing, people }, takenAt, key }: AtDoor): Promise<void> {
  const { confirmed, left } = await staffCall('doorstep', 'confirm', { housing, people: people!, ...(takenAt && { takenAt }) }, { key })
  if (left.length > 0) throw new Refusal({ type: 'about:blank', code: 'conflict.rule', status: 409, title: `${confirmed > 0 ? `已核对 ${confirmed} 人；` : ''}没有核对：${left.map(({ why }) => why).join('；')}` })
}

export const sendFromDoor = (step: DoorStep, parcel: Parcel): Promise<unknown> => calls[step](parcel as AtDoor)
