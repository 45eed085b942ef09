import type { TwinReason } from '@linli/contract'

/** What is compared of a record. Numbers are blind indexes: whether they are the same is all that can be said of them. */
export interface Likeness { name: string, pinyin: string, certificate: string | null, number: string | null, sex: string | null, birth: string | null, phone: string | null, homes: readonly string[] }

/**
 * Why two records may be one person; none where they are not alike. Two certificates of one kind with different numbers are two people, whatever else they share:
 * twins have one birthday, one home and half a name in common.
 */
export function reasonsFor(one: Likeness, other: Likeness): TwinReason[] {
  if (one.number !== null && other.number !== null && one.certificate === other.certificate && one.number !== other.number) return []
  if (one.sex !== null && other.sex !== null && one.sex !== other.sex) return []
  if (nameLikeness(one, other) === null || !mayBeOneBirth(one.birth, other.birth)) return []
  return [
    ...(one.phone !== null && one.phone === other.phone ? ['phone' as const] : []),
    ...(one.birth !== null && one.birth === other.birth ? ['birth' as const] : []),
    ...(one.homes.some((home) => other.homes.includes(home)) ? ['address' as const] : []),
  ]
}

const weight: Record<TwinReason, number> = { phone: 50, birth: 40, address: 30 }

/** The surest first, 30–140: what is shared, and a name that is the same before one that only sounds so. */
export const scoreOf = (reasons: readonly TwinReason[], one: Likeness, other: Likeness): number =>
  reasons.reduce((sum, reason) => sum + weight[reason], 0) + (nameLikeness(one, other) === 'same' ? 20 : 0)

/** The same name, or one that was heard, typed or cut otherwise: 王示一 is 王十一, 王是一, 王示 and 一示王; not 王示二. */
export function nameLikeness(one: Pick<Likeness, 'name' | 'pinyin'>, other: Pick<Likeness, 'name' | 'pinyin'>): 'same' | 'alike' | null {
  const [first, second] = [plain(one.name), plain(other.name)]
  if (first === second) return 'same'
  if (one.pinyin !== '' && sound(one.pinyin) === sound(other.pinyin)) return 'alike'
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  if (short.length >= 2 && long.startsWith(short)) return 'alike'
  return first.length === second.length && first.length >= 3 && sorted(first) === sorted(second) ? 'alike' : null
}

/** Without spaces and the marks within names of other peoples. */
const plain = (name: string) => name.normalize('NFKC').replace(/[\s·•・‧∙.．]/g, '').toUpperCase()
const sorted = (name: string) => [...name].toSorted().join('')
/** What the south hears and types alike: zh z, ch c, sh s, ng n, l n. */
const sound = (pinyin: string) => pinyin.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n').replaceAll('l', 'n')

/** A slip of one digit, or month and day the other way round, is still one birth; anything more is another person. */
export function mayBeOneBirth(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return true
  const [year, month, day] = one.split('-')
  if (`${year}-${day}-${month}` === other) return true
  return [...one].filter((digit, at) => digit !== other[at]).length === 1
}
