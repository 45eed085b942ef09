import { permission } from '@linli/contract/words/index'
import type { Permission } from '@linli/contract/words/index'

/** Role → permissions whose tick was turned over and not yet saved. */
export type Staged = Record<string, Permission[]>

/** Turns a tick over; twice is as before. */
export function toggled(staged: Staged, role: string, what: Permission): Staged {
  const now = staged[role] ?? []
  return { ...staged, [role]: now.includes(what) ? now.filter((one) => one !== what) : [...now, what] }
}

export const isHeld = (role: { code: string, permissions: Permission[] }, staged: Staged, what: Permission): boolean =>
  role.permissions.includes(what) !== (staged[role.code] ?? []).includes(what)

/** What saving will do, role by role: the new whole list and what is added and taken away. */
export function changesOf(roles: readonly { code: string, permissions: Permission[] }[], staged: Staged) {
  const all = Object.keys(permission) as Permission[]
  return roles.filter((role) => (staged[role.code] ?? []).length > 0).map((role) => ({
    code: role.code,
    permissions: all.filter((one) => isHeld(role, staged, one)),
    added: all.filter((one) => isHeld(role, staged, one) && !role.permissions.includes(one)),
    removed: all.filter((one) => !isHeld(role, staged, one) && role.permissions.includes(one)),
  }))
}
