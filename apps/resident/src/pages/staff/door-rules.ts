import type { Asked, Output } from '@linli/contract'
import { proposable } from '@linli/contract/words/base/proposable'
import { doorField } from '@linli/contract/words/doorstep'
import { ageAt, readIdentityNumber } from '@linli/standards/identity-number'
import { parsePhone } from '@linli/standards/phone'
import { dayWords } from '../../kernel/time.ts'
import { officeDay } from './entry-rules.ts'

export type Resident = Output<'doorstep', 'residents'>['rows'][number]
export type DoorUnit = Pick<Output<'housing', 'chart'>['rows'][number], 'id' | 'entrance' | 'floor' | 'room' | 'part' | 'address' | 'people' | 'checkedAt'>

/** What is done at a door, in the words of its button. */
export const doorSteps = {
  'door.enter': '登记住户', 'door.change': '改信息', 'door.confirm': '核对无变化', 'door.moveOut': '登记搬走', 'door.relate': '登记亲属', 'door.join': '编入户', 'door.transfer': '申请迁入', 'door.tell': '上报变动', 'door.arrive': '上报入住', 'door.addUnit': '补登门牌',
} as const
export type DoorStep = keyof typeof doorSteps

export const isAtDoor = (step: string): step is DoorStep => step in doorSteps

/** Behind which door, and whom it is about; `said` are the words of codes that were chosen, for where the tables are not at hand. */
export type Door = {
  id: string, title: string, building: string, housing: string, person?: string, residency?: string, revision?: number, people?: string[], said?: Record<string, string>, /** What the building is called. */ name?: string
  /** Decided after the server had told who it might be. */
  isNot?: string[], is?: { person: string, revision: number, leavesOthers: boolean }
}

type Told = Readonly<Record<string, string>>
type Written = { told: Told, door?: Door | null, takenAt?: string }

/** Empties what is registered; nothing written says nothing. */
export const cleared = '【清空】'

const trimmed = (told: Told, name: string) => (told[name] ?? '').trim()

/** The fields of a person that were written, as the server takes them. */
export function valuesIn(told: Told): Record<string, string | null> {
  return Object.fromEntries(Object.keys(doorField).flatMap((name) => { const text = trimmed(told, name); return text === '' ? [] : [[name, text === cleared ? null : text]] }))
}

export function enterOf({ told, door }: Written): Asked<'doorstep', 'enter'> {
  const [household, relative, kin] = [trimmed(told, 'household'), trimmed(told, 'relative'), trimmed(told, 'kin')]
  return {
    values: valuesIn(told), at: { housing: door!.housing }, role: trimmed(told, 'role'), since: trimmed(told, 'since') || null, household: household === '' || household === 'no' ? null : household,
    relatives: relative && kin ? [{ person: relative, role: kin }] : [], isSomebodyElse: door!.isNot ?? [], ...(door!.is && { is: door!.is }),
  }
}

/** News of a steward, for the community to decide. */
export function tellOf({ told, door }: Written): Asked<'claim', 'propose'> {
  const values = Object.fromEntries(Object.keys(proposable).flatMap((name) => { const text = trimmed(told, name); return text === '' ? [] : [[name, text]] }))
  return { person: door!.person!, values, ...(trimmed(told, 'on') && { movedOut: { residency: door!.residency!, on: trimmed(told, 'on') } }) }
}

/** News of a steward too: somebody has moved in. */
export const arriveOf = ({ told, door }: Written): Asked<'claim', 'arrive'> => ({ housing: door!.housing, name: trimmed(told, 'name'), phone: trimmed(told, 'phone'), role: trimmed(told, 'role'), since: trimmed(told, 'since') || null })

/** What a citizen's number tells while it is written (GB 11643): sex, birth and age in words; null until it is whole and right. */
export function toldBy(number: string, today: string): string | null {
  const read = readIdentityNumber(number, today)
  return read.ok ? `${read.sex === '1' ? '男' : '女'}，${read.birthDate}，${ageAt(read.birthDate, today)} 岁` : null
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
const pastDay = (text: string, today: string) => isDay(text) && text <= today ? null : '请填写今天或以前的日期，例如 2026-03-01'
const phoneOf = (text: string) => parsePhone(text) ? null : '请核对电话号码'

/** What is wrong with a field as it stands; whatever a phone cannot tell the server will. */
function wrongWith(name: string, text: string, told: Told, today: string): string | null {
  if (text === '' || text === cleared) return name === 'name' && text === cleared ? '请填写姓名' : null
  if (name === 'birth' || name === 'since' || name === 'on') return pastDay(text, today)
  if (name === 'floor') return /^-?\d{1,2}[层楼]?$/.test(text) ? null : '请填写楼层的数字，地下为负数'
  if (/[pP]hone$/.test(name)) return phoneOf(text)
  if (name !== 'certificateNumber' || !/^(111|112)?$/.test(trimmed(told, 'certificate'))) return null
  const read = readIdentityNumber(text, today)
  return read.ok ? null : read.message
}

const needed: Partial<Record<DoorStep, Record<string, string>>> = {
  'door.enter': { name: '请填写姓名', role: '请选择居住关系' },
  'door.addUnit': { room: '请填写室号' },
  'door.arrive': { name: '请填写姓名', role: '请选择居住关系' },
  'door.moveOut': { on: '请填写哪天搬走的', reason: '请选择离开原因' },
  'door.relate': { relative: '请选择是谁', kin: '请选择是什么关系' },
  'door.join': { household: '请选择编入哪一户' },
  'door.transfer': { reason: '请填写为什么迁入' },
}

/** The name of what is missing → what to say. */
export function missingAtDoor({ step, told }: { step: DoorStep, told: Told }, now: number): Record<string, string> {
  const today = officeDay(now)
  const empty = Object.entries(needed[step] ?? {}).filter(([name]) => trimmed(told, name) === '')
  const wrong = Object.keys(told).flatMap((name) => { const words = wrongWith(name, trimmed(told, name), told, today); return words === null ? [] : [[name, words] as [string, string]] })
  const isNothing = (step === 'door.change' || step === 'door.tell') && Object.values(told).every((text) => text.trim() === '')
  const isUnrelated = step === 'door.enter' && trimmed(told, 'relative') !== '' && trimmed(told, 'kin') === ''
  return { ...Object.fromEntries([...empty, ...wrong]), ...(isUnrelated && { kin: '请选择是什么关系' }), ...(isNothing && { nothing: '还没有改动' }) }
}

const labels: Record<string, string> = { ...proposable, ...doorField, role: '居住关系', since: '入住日期', on: '搬走日期', reason: '原因', household: '编入户', relative: '亲属', kin: '关系', entrance: '单元', floor: '楼层', room: '室号', part: '隔间' }

/** What was written, as people read it. */
export const readableAt = ({ told, door }: Written): [string, string][] =>
  Object.entries(told).filter(([, text]) => text.trim() !== '').map(([name, text]) => [name, `${labels[name] ?? name}：${door?.said?.[name] ?? text}`])

/** Households of a place by who answers for them. */
export function householdsOf(people: readonly Resident[]): { value: string, words: string }[] {
  const ids = people.flatMap(({ household }) => household ?? []).filter((id, at, all) => all.indexOf(id) === at)
  return ids.map((value) => { const mine = people.filter(({ household }) => household === value); return { value, words: `${(mine.find(({ isHead }) => isHead) ?? mine[0])!.name}一户` } })
}

const yearMs = 365 * 24 * 3600 * 1000

/** Nobody has looked it over for a year: the quality board calls it stale. */
export const isStale = (checkedAt: string, now: number) => now - Date.parse(checkedAt) > yearMs

/** The day it was looked over last. */
export const checkedWords = (checkedAt: string) => { const words = dayWords(officeDay(Date.parse(checkedAt))); return /^\d/.test(words) ? ` ${words}` : words }

export const unitWords = ({ room, part }: Pick<DoorUnit, 'room' | 'part'>) => `${room}${part && ` ${part}`}`

/** The doors of a building by entrance, and in it by floor, the ground first. */
export function floorsOf(units: readonly DoorUnit[], entrance: string): { floor: string, units: DoorUnit[] }[] {
  const floors: { floor: string, units: DoorUnit[] }[] = []
  for (const unit of units.filter((one) => one.entrance === entrance)) {
    const floor = unit.floor === null ? '' : `${unit.floor}`
    const there = floors.find((one) => one.floor === floor)
    if (there) there.units.push(unit)
    else floors.push({ floor, units: [unit] })
  }
  return floors
}

export const entrancesOf = (units: readonly DoorUnit[]) => units.map(({ entrance }) => entrance).filter((entrance, at, all) => all.indexOf(entrance) === at)

/** Doors and people of what was fetched ahead that hold the words: the room, the address or the name. */
export function findHere(buildings: readonly { area: string, units: readonly DoorUnit[], people: readonly Resident[] }[], text: string): { area: string, unit: DoorUnit, names: string }[] {
  const wanted = text.replace(/\s/g, '')
  return buildings.flatMap(({ area, units, people }) => units.flatMap((unit) => {
    const names = people.filter(({ housing }) => housing === unit.id).map(({ name }) => name)
    return unit.address.includes(wanted) || names.some((name) => name.includes(wanted)) ? [{ area, unit, names: names.join('、') }] : []
  }))
}
