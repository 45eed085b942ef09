import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'

const within = ['subdistrict', 'community', 'grid', 'microGrid', 'building']

/** Is it a sub-district or lies in one? What is set for an office is set for such an area. */
export const isInOffice = (area: string | undefined): area is string => area !== undefined && isAreaPath(area) && within.includes(levelOf(area))

/** For a form: what is set holds for a sub-district or a community. */
export const officeOnly = [{ required: true, validator: async (_: unknown, area?: string) => { if (!isInOffice(area)) throw new Error('请选择街道或社区') } }]

/** A whole sub-district or more: what one of its communities may not set for the others. */
export const isWhole = (area: string): boolean => !isInOffice(area) || levelOf(area) === 'subdistrict'

/** The area one works in; for whoever works above the sub-districts the only one there is. Undefined where it must be chosen. */
export function useOffice(): string | undefined {
  const county = useStep(useStep(useStep(myAreas(useMe())[0]?.path)))
  const office = useStep(county)
  return isInOffice(office) ? office : undefined
}

/** One level down where only one way leads there. */
function useStep(area: string | undefined): string | undefined {
  const isThere = isInOffice(area)
  const rows = useAsk('organisation', 'areas', { parent: area ?? '/' }, { isWanted: area !== undefined && !isThere, freshMs: longFresh }).data?.rows
  return isThere ? area : area !== undefined && rows?.length === 1 ? rows[0]!.path : undefined
}
