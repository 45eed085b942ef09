import type { Random } from '../random.ts'

export type Sex = '1' | '2'
export type Tie = 'head' | 'spouse' | 'child' | 'parent' | 'other'
/** Somebody of a household before they have a name. */
export interface Member { sex: Sex, age: number, tie: Tie }

/** How old people are and how they live together (domain §7.2): bands of years with their share, men in a hundred, sizes of households with theirs. */
export interface Structure { bands: readonly (readonly [from: number, to: number, share: number])[], men: number, sizes: readonly (readonly [size: number, share: number])[], aloneOfElders: number, couplesOfElders: number }

export const registered: Structure = {
  bands: [[0, 14, 15], [15, 24, 8], [25, 34, 15], [35, 49, 24], [50, 59, 14], [60, 69, 13], [70, 79, 7], [80, 89, 3.4], [90, 97, 0.6]], men: 0.46,
  sizes: [[1, 18], [2, 18], [3, 32], [4, 19], [5, 13]], aloneOfElders: 0.05, couplesOfElders: 0.23,
}
export const floating: Structure = {
  bands: [[0, 14, 9], [15, 24, 17], [25, 34, 36], [35, 49, 27], [50, 59, 8], [60, 79, 2.9], [80, 89, 0.1]], men: 0.57,
  sizes: [[1, 44], [2, 24], [3, 21], [4, 8], [5, 3]], aloneOfElders: 0.01, couplesOfElders: 0.03,
}

interface Pool { left: Member[][][], taken: Set<Member> }

/** So many people, each in a household: the ages are drawn first, so that they come out as they should, and then find each other. */
export function gather(random: Random, { bands, men, sizes, aloneOfElders, couplesOfElders }: Structure, count: number): Member[][] {
  const all = Array.from({ length: count }, (): Member => ({ sex: random.chance(men) ? '1' : '2', age: ageIn(random, bands), tie: 'other' }))
  const pool: Pool = { left: Array.from({ length: 3 }, () => Array.from({ length: 121 }, () => [])), taken: new Set() }
  for (const one of all) pool.left[Number(one.sex)]![one.age]!.push(one)
  const elders = all.filter(({ age }) => age >= 60)
  const homes = [...alone(pool, elders, aloneOfElders), ...couples(pool, elders, couplesOfElders)]
  const adults = all.filter(({ age }) => age >= 16 && age < 60)
  // Who is young is looked for as a child of the house before they keep one of their own.
  for (const head of [...adults.filter(({ age }) => age >= 23), ...adults.filter(({ age }) => age < 23)]) if (!pool.taken.has(head)) homes.push(around(random, pool, take(pool, head, 'head'), random.weighted(sizes)))
  const left = all.filter((one) => !pool.taken.has(one))
  for (const one of left) joinSomebody(random, homes, one)
  return homes
}

function ageIn(random: Random, bands: Structure['bands']): number {
  const [from, to] = random.weighted(bands.map((band) => [band, band[2]] as const))
  // The old are fewer with every year.
  return from + Math.floor((to - from + 1) * (from >= 60 ? random.next() ** 1.3 : random.next()))
}

const take = ({ taken }: Pool, one: Member, tie: Tie): Member => {
  taken.add(one)
  return Object.assign(one, { tie })
}

/** Whoever is nearest to an age, at most so far from it. */
function nearest(pool: Pool, sexes: readonly Sex[], age: number, spread: number, least = 0): Member | undefined {
  for (let away = 0; away <= spread; away += 1) {
    for (const years of away === 0 ? [age] : [age - away, age + away]) {
      if (years < least || years > 120) continue
      for (const sex of sexes) {
        const list = pool.left[Number(sex)]![years]!
        while (list.length > 0 && pool.taken.has(list.at(-1)!)) list.pop()
        if (list.length > 0) return list.pop()
      }
    }
  }
  return undefined
}

const other = (sex: Sex): Sex => (sex === '1' ? '2' : '1')
const either = (random: Random): readonly Sex[] => (random.chance(0.5) ? ['1', '2'] : ['2', '1'])

const alone = (pool: Pool, elders: readonly Member[], share: number): Member[][] => elders.slice(0, Math.round(elders.length * share)).map((one) => [take(pool, one, 'head')])

function couples(pool: Pool, elders: readonly Member[], share: number): Member[][] {
  const homes: Member[][] = []
  for (const head of elders) {
    if (homes.length * 2 >= elders.length * share) break
    if (pool.taken.has(head)) continue
    take(pool, head, 'head')
    const spouse = nearest(pool, [other(head.sex)], head.age, 8, 60)
    homes.push(spouse ? [head, take(pool, spouse, 'spouse')] : [head])
  }
  return homes
}

/** A household of about a size: a couple, their children, a parent. */
function around(random: Random, pool: Pool, head: Member, size: number): Member[] {
  const home = [head]
  const add = (one: Member | undefined, tie: Tie) => void (one && home.push(take(pool, one, tie)))
  if (size > 1 && head.age >= 20 && random.chance(0.85)) add(nearest(pool, [other(head.sex)], head.age + (head.sex === '1' ? -2 : 2), 9, 20), 'spouse')
  const youngest = Math.min(...home.map(({ age }) => age))
  for (let wanted = size - home.length; wanted > 0; wanted -= 1) {
    const child = size === 5 && wanted === 1 ? undefined : nearest(pool, either(random), Math.max(0, youngest - 27 - (size - home.length) * 2), 9)
    if (child && youngest - child.age >= 18) add(child, 'child')
    else if (random.chance(0.5)) add(nearest(pool, either(random), head.age + 26, 8, 60), 'parent')
    else add(nearest(pool, either(random), head.age, 8, 18), 'other')
  }
  return home
}

/** Who is still on their own and cannot be: with a household whose head may be their mother, father, son or daughter. */
function joinSomebody(random: Random, homes: readonly Member[][], one: Member): void {
  for (let turn = 0; turn < 200; turn += 1) {
    const home = random.pick(homes)
    const apart = home[0]!.age - one.age
    if (home.length > 5 || (turn < 120 && home.length === 1)) continue
    if (one.age < 23 ? apart >= 19 && apart <= 45 : apart <= -20 && apart >= -42) return void home.push(Object.assign(one, { tie: one.age < 23 ? 'child' : 'parent' }))
  }
  random.pick(homes).push(one)
}
