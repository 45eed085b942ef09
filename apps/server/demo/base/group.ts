import type { Random } from '../random.ts'
import type { Person, Registry } from './person.ts'

/** How many of 112,000 people are in each group (domain §7.3), and who may be; what follows from the structure itself is not chosen. */
const chosen: readonly { code: string, of112k: number, who: (person: Person) => boolean, tell?: (random: Random, person: Person) => object }[] = [
  { code: '07', of112k: 180, who: ({ age }) => age >= 65, tell: () => ({ health: '03', careNote: '日常起居需人照料' }) },
  { code: '08', of112k: 250, who: ({ age }) => age >= 60, tell: () => ({ health: '03' }) },
  { code: '10', of112k: 60, who: ({ age, home }) => age >= 49 && home.kind === '01' && home.people.every(({ tie }) => tie !== 'child') },
  { code: '11', of112k: 840, who: ({ age, home }) => age >= 3 && home.kind !== '03', tell: disability },
  { code: '12', of112k: 230, who: ({ home }) => home.kind === '01' },
  { code: '13', of112k: 150, who: ({ home }) => home.kind === '01' },
  { code: '14', of112k: 25, who: ({ age, home }) => age >= 60 && home.people.length === 1 },
  { code: '16', of112k: 22, who: ({ age }) => age < 16, tell: () => ({ careNote: '由亲属代为照看' }) },
  { code: '19', of112k: 140, who: ({ age }) => age >= 35, tell: () => ({ health: '03', careNote: '定期透析，需协助就医' }) },
  { code: '20', of112k: 620, who: ({ age, sex, tie }) => sex === '2' && age >= 21 && age <= 42 && tie !== 'child' },
  { code: '22', of112k: 910, who: ({ age, sex }) => age >= 22 && (sex === '1' || age % 12 === 0) },
  { code: '25', of112k: 780, who: ({ age, home }) => age >= 20 && age < 58 && home.kind === '01' },
  { code: '27', of112k: 900, who: ({ values }) => values.occupation === '快递配送' },
]

/** Puts people into the groups the community cares for, with what is known of them for it. */
export function assignGroups({ random, phone }: Registry, people: readonly Person[]): void {
  const mixed = random.shuffled(people)
  for (const { code, of112k, who, tell } of chosen) {
    let wanted = Math.round(of112k * people.length / 112_000)
    for (let at = random.whole(0, mixed.length - 1), seen = 0; wanted > 0 && seen < mixed.length; at = (at + 1) % mixed.length, seen += 1) {
      const person = mixed[at]!
      if (!who(person)) continue
      person.values.groups.push(code)
      Object.assign(person.values, tell?.(random, person))
      wanted -= 1
    }
  }
  for (const person of people) if (person.age < 3 || person.age >= 60 || person.home.kind === '03') person.values.groups.push(...byStructure(person))
  for (const { values, home } of people) {
    values.groups.sort()
    const carer = values.groups.some((code) => ['01', '07', '08', '11', '16', '19'].includes(code)) ? home.people.find((one) => one.values !== values && one.age >= 18) : undefined
    if (carer) Object.assign(values, { guardian: carer.values.name, guardianPhone: carer.values.phone ?? phone() })
  }
  joinParty(random, mixed)
}

function byStructure({ age, home: { kind, people } }: Person): string[] {
  const areOld = people.every((one) => one.age >= 60)
  return [...(age < 3 ? ['21'] : []), ...(age >= 80 ? ['09'] : []), ...(age >= 60 && people.length === 1 ? ['01'] : []), ...(age >= 60 && areOld && people.length > 1 ? ['02'] : []), ...(kind === '03' ? ['28'] : [])]
}

/** 肢体 46 %, 听力 13, 视力 11, 智力 11, 精神 13, 言语 2, 多重 4 (domain §7.3). */
function disability(random: Random, person: Person): object {
  const kind = random.weighted([['4', 46], ['2', 13], ['1', 11], ['5', 11], ['6', 13], ['3', 2], ['7', 4]])
  const grade = random.weighted([['1', 12], ['2', 23], ['3', 30], ['4', 35]])
  return { health: '04', disabilityKind: kind, disabilityGrade: grade, ...(person.values.certificateNumber && { disabilityCard: `${String(person.values.certificateNumber)}${kind}${grade}` }) }
}

/** 2,350 members of the Party among 112,000. */
function joinParty(random: Random, people: readonly Person[]): void {
  let wanted = Math.round(2350 * people.length / 112_000)
  for (const { age, home, values } of people) {
    if (wanted === 0) return
    if (age < 20 || home.kind === '03' || !random.chance(home.kind === '01' ? 0.2 : 0.05)) continue
    values.politicalStatus = '01'
    wanted -= 1
  }
}
