import { day, flag, oneOf, someOf, word } from '../../parts/address/filter.ts'
import type { Field, Values } from '../../parts/address/filter.ts'
import { readRing, ringText } from './ring.ts'
import type { Ring } from './ring.ts'

export const layers = { event: '事件', heat: '事件热力', care: '关爱对象', presence: '现场人员和单位驻地' } as const
export type Layer = keyof typeof layers

const ring: Field<Ring> = { read: readRing, write: ringText }

/** What the sand table shows, as it stands in the address: a colleague who opens it sees the same. */
export const viewFields = {
  area: word(), paint: word(), at: word(), ring,
  /** Layers that are on; without it events alone, `none` for none at all. */
  show: someOf([...Object.keys(layers) as Layer[], 'none']),
  span: oneOf(['day']), day: day(), step: word(), isOpen: flag(),
  tab: oneOf(['list']),
}

export type SandView = Values<typeof viewFields>

export const shownIn = ({ show }: SandView): Layer[] => (show ?? ['event']).filter((one): one is Layer => one !== 'none')
