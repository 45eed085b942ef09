import { rolePermissions, type May, type Permission, type Side } from '@linli/contract'
import { areaAt, isAreaPath, subdistrictOf } from '@linli/standards'
import type { Scope } from './db.ts'
import { Problem } from './problem.ts'

/** A post as `who_is` answers it. */
export interface Post {
  id: string
  role: string
  roleName: string
  area: string
  from: string
  until: string | null
  permissions: Permission[]
  onBehalfOf: string | null
}

/** Who is asking. Nobody yet: side gate. */
export interface Actor {
  side: Side | 'gate'
  id: string | null
  name: string
  session: string | null
  unit: string | null
  area: string
  posts: Post[]
  mustChangePassword: boolean
}

export const nobody: Actor = { side: 'gate', id: null, name: '访客', session: null, unit: null, area: '', posts: [], mustChangePassword: false }

/** Work the server does on its own: reminders, expiry. Sees one area as staff. */
export const theServer = (area: string): Actor => ({ ...nobody, side: 'staff', name: '系统', area, posts: [] })

/** Areas where the actor holds the permission; residents hold theirs over their own rows wherever they are. */
export function areasFor(actor: Actor, permission: Permission): string[] {
  if (actor.side === 'resident') return rolePermissions.resident.includes(permission) ? ['/'] : []
  return widest(actor.posts.filter((post) => post.permissions.includes(permission)).map((post) => post.area))
}

export const mayIn = (actor: Actor, permission: Permission, area: string): boolean =>
  actor.posts.some((post) => post.permissions.includes(permission) && area.startsWith(post.area))

/** The transaction an endpoint gets, or the refusal. */
export function scopeOf(actor: Actor, may: May): Scope {
  if (may === 'anyone') return { role: 'gate' }
  if (actor.side === 'gate') throw new Problem('sign-in.needed')
  const areas = may === 'signed-in' ? widest(actor.posts.map((post) => post.area)) : areasFor(actor, may)
  if (may !== 'signed-in' && areas.length === 0) throw new Problem('may.not')
  return { role: actor.side, person: actor.id, unit: actor.side === 'unit' ? actor.unit : null, areas: actor.side === 'staff' ? areas : [] }
}

/** Without the areas that lie inside another of them. */
const widest = (areas: string[]) => [...new Set(areas)].filter((area, _, all) => !all.some((other) => other !== area && area.startsWith(other))).toSorted()

/** The sub-district an actor belongs to, for settings an office keeps once: `/33/99/01/008/` and its 9-digit code. */
export function officeOf({ area }: Actor): { subdistrict: number, area: string } {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  if (!office) throw new Problem('input.invalid', { detail: '您的账号不属于某一个街道，请先选择街道' })
  return { subdistrict: subdistrictOf(office), area: office }
}

/** The 9-digit sub-district code of an area, 0 above a sub-district: the distribution column. */
export const tenantOf = (area: string): number => isAreaPath(area) && areaAt(area, 'subdistrict') ? subdistrictOf(area) : 0
