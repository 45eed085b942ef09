import { rolePermissions, type Permission, type Role } from '@linli/contract'

/** What makes somebody one of the three administrators: who may be, who may do what, and who sees what was done (三员分立, GB/T 22239-2019). */
const powers: Record<'system' | 'security' | 'audit', readonly Permission[]> = {
  system: ['account.manage', 'system.manage'],
  security: ['role.manage'],
  audit: ['audit.view'],
}

/** Do these permissions hold what must be in different hands? */
export const isMixed = (permissions: readonly string[]): boolean =>
  Object.values(powers).filter((power) => power.some((one) => permissions.includes(one))).length > 1

/** Is somebody one of the three with a power that this one does not hold? */
export const isOtherAdministrator = (permissions: readonly string[], own: keyof typeof powers): boolean =>
  Object.entries(powers).some(([name, power]) => name !== own && power.some((one) => permissions.includes(one)))

const administrators: Partial<Record<string, Permission>> = { systemAdmin: 'account.manage', securityAdmin: 'role.manage', auditAdmin: 'audit.view' } satisfies Partial<Record<Role, Permission>>

/** A permission that must stay where it is: without it nobody could give it back. */
export const lostPower = (role: string, permissions: readonly string[]): Permission | undefined => {
  const kept = administrators[role]
  return kept && !permissions.includes(kept) ? kept : undefined
}

const order = Object.keys(rolePermissions)

/** Roles in the order of the words, the office's own at the end. */
export const inOrder = <T extends { code: string }>(roles: T[]): T[] =>
  roles.toSorted((a, b) => place(a.code) - place(b.code) || (a.code < b.code ? -1 : 1))

const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length)

export const isPeriod = (from: Date, until: Date | null, now: Date): boolean => until === null || (until > from && until > now)
