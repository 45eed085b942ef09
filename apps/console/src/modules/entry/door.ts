import type { Output } from '@linli/contract'

export type Unit = Pick<Output<'housing', 'chart'>['rows'][number], 'id' | 'entrance' | 'room' | 'address'>
export type Door = { id: string | undefined } | { fault: string }

const wide = /[\uff01-\uff5e]/g
const plain = (text: string) => text.replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\s/g, '').toUpperCase()
const bare = (text: string) => plain(text).replace(/^0+(?=\d)/, '')

/** The unit of a building that is meant by 501, 2-501, 2单元501室 or the whole address; nothing written is the building as a whole. */
export function doorIn(units: readonly Unit[], written: string): Door {
  const text = plain(written)
  if (text === '') return { id: undefined }
  const whole = units.find(({ address }) => plain(address) === text)
  if (whole) return { id: whole.id }
  const match = /^(?:.*(?:幢|栋|号楼|座))?(?:(.+?)(?:单元|[-—–/]))?([^-—–/]+?)(?:室|房|号)?$/.exec(text)
  const found = match ? units.filter(({ entrance, room }) => bare(room) === bare(match[2]!) && (match[1] === undefined || bare(entrance) === bare(match[1]))) : []
  if (found.length === 1) return { id: found[0]!.id }
  return { fault: found.length > 1 ? `有几个单元都有 ${match![2]}，请写明单元，如 ${found[0]!.entrance}-${match![2]}` : `这幢楼没有登记“${written.trim()}”，请先登记房屋` }
}
