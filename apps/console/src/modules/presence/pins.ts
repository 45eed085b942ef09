import { presenceKind } from '@linli/contract/words/index'
import type { PresenceKind } from '@linli/contract/words/index'
import { isPale } from './presence.ts'
import type { Presence } from './use-presence.ts'

/** A sign on the map: a letter for who it is, so that colour is never the only sign. */
export interface Pin { id: string, look: 'worker' | 'seat', sign: string, words: string, point: { lng: number, lat: number }, isPale: boolean }

const signs: Record<PresenceKind, string> = { grid: '网', community: '社', unit: '部', steward: '楼' }

export const pinsOf = ({ workers, units, now }: Presence): Pin[] => [
  ...units.map(({ unit, name, point, open }): Pin => ({ id: unit, look: 'seat', sign: open > 0 ? String(open) : '驻', words: `${name}驻地，在办 ${open} 件`, point, isPale: false })),
  ...workers.map((worker): Pin => ({ id: worker.account, look: 'worker', sign: signs[worker.kind], words: `${presenceKind[worker.kind]}${worker.name}${worker.unit ? `，${worker.unit.name}` : ''}${isPale(worker, now) ? '，位置已超过 15 分钟' : ''}`, point: worker.point, isPale: isPale(worker, now) })),
]
