import { compact } from './text.ts'

/** Number plate of a motor vehicle (GA 36), in its plain writing 浙A12345, without dot or space. */
export type Plate = { number: string; kind: 'ordinary' | 'newEnergy' }

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const ordinary = new RegExp(`^${province}[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]$`)
/** Small: letter D or F first; large: letter last. Since 2021 also A B C E (electric) and G H J K (hybrid). */
const newEnergy = new RegExp(`^${province}[A-HJ-NP-Z](?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`)

/** Reads what a person typed: small letters, full-width, spaces, the dot. Nothing when it is no plate. */
export function readPlate(text: string): Plate | undefined {
  const number = compact(text).replace(/[·•・.-]/g, '').toUpperCase()
  if (ordinary.test(number)) return { number, kind: 'ordinary' }
  return newEnergy.test(number) ? { number, kind: 'newEnergy' } : undefined
}
