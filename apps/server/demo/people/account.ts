import { role, roleSide, type Role, type Side } from '@linli/contract'
import { idAt } from '../id.ts'
import type { Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'
import { names, phoneOf } from './name.ts'
import type { Units } from './unit.ts'

export interface Account {
  id: string
  side: Side
  name: string
  signInName: string | null
  phone: string | null
  area: string
  unit: string | null
  posts: { id: string, role: Role, area: string }[]
  /** The post in words, as the journal keeps it. */
  post: string | null
}

/** Everybody who signs in, by what they do. */
export interface People {
  all: Account[]
  leader: Account
  acceptors: Account[]
  shiftLeaders: Account[]
  dispatchers: Account[]
  /** By unit. */
  handlers: Map<string, Account[]>
  /** By community. */
  secretaries: Map<string, Account>
  socialWorkers: Map<string, Account[]>
  stewards: Map<string, Account[]>
  /** By grid. */
  gridWorkers: Map<string, Account>
  residents: Account[]
}

const residentCount = 480
const stewardsEach = 4

export function makePeople(random: Random, communities: readonly Community[], units: Units, at: number): People {
  const name = names(random)
  const all: Account[] = []
  const make = (given: { role: Role, area: string, signInName: string | null, phone?: string, unit?: string }): Account => {
    const { role: held, area, signInName, phone = null, unit = null } = given
    const side = roleSide[held]
    const posts = held === 'resident' ? [] : [{ id: idAt(random, at), role: held, area }]
    const account = { id: idAt(random, at), side, name: name.next().value, signInName, phone, area: area === '/' ? subdistrict.path : area, unit, posts, post: posts.length > 0 ? role[held] : null }
    all.push(account)
    return account
  }
  const office = (held: Role, signInName: string) => make({ role: held, area: subdistrict.path, signInName })
  const each = <T>(made: (community: Community, index: number) => T) => new Map(communities.map((community, index) => [community.path, made(community, index)]))
  const leader = office('leader', 'lingdao')
  const [acceptors, shiftLeaders, dispatchers] = [['shouli', 'shouli2'], ['zhibanzhang', 'zhibanzhang2'], ['paiqian', 'paiqian2']].map((pair, index) => pair.map((one) => office((['acceptor', 'shiftLeader', 'dispatcher'] as const)[index]!, one))) as [Account[], Account[], Account[]]
  for (const [held, signInName] of [['systemAdmin', 'xitong'], ['securityAdmin', 'anquan'], ['auditAdmin', 'shenji']] as const) make({ role: held, area: '/', signInName })
  const numbered = numbering()
  return {
    all, leader, acceptors, shiftLeaders, dispatchers,
    handlers: new Map(units.handlers.map((unit) => [unit.id, ['', '2'].map((more) => make({ role: 'handler', area: unit.area, signInName: `${unit.signInName}${more}`, unit: unit.id }))])),
    secretaries: each(({ path }) => make({ role: 'secretary', area: path, signInName: numbered('shuji', 2), unit: units.communities.get(path)!.id })),
    socialWorkers: each(({ path, profile }) => Array.from({ length: profile.workers }, () => make({ role: 'socialWorker', area: path, signInName: numbered('shegong', 3), unit: units.communities.get(path)!.id }))),
    gridWorkers: new Map(communities.flatMap((community) => community.grids.map((grid) => [grid.path, make({ role: 'gridWorker', area: grid.path, signInName: numbered('wangge', 3), unit: units.communities.get(community.path)!.id })] as const))),
    stewards: each(({ grids }) => Array.from({ length: stewardsEach }, (_, index) => make({ role: 'steward', area: grids[index % grids.length]!.path, signInName: numbered('louzhang', 2) }))),
    residents: Array.from({ length: residentCount }, (_, index) => make({ role: 'resident', area: '', signInName: null, phone: phoneOf(index + 1) })),
  }
}

/** shuji01, shuji02, … for each word on its own. */
function numbering(): (word: string, digits: number) => string {
  const counts = new Map<string, number>()
  return (word, digits) => {
    const number = (counts.get(word) ?? 0) + 1
    counts.set(word, number)
    return `${word}${String(number).padStart(digits, '0')}`
  }
}
