import { areaAt, codeTables, isAreaPath, type CodeTable } from '@linli/standards'
import type { Actor } from '../../kernel/actor.ts'

/** Tables are those of the standards; what an office may add are codes. */
export const tableNamed = (name: string): CodeTable | undefined => (Object.hasOwn(codeTables, name) ? codeTables[name] : undefined)

export const allTables = (): CodeTable[] => Object.values(codeTables)

/** Whose codes a person uses: the standards' and those of their own office. */
export function officesOf({ area }: Pick<Actor, 'area'>): string[] {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  return office ? ['/', office] : ['/']
}
