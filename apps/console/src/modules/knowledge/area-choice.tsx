import { areaAt, isAreaPath } from '@linli/standards/area-path'
import { Select } from 'antd'
import { myAreas, useMe } from '../../kernel/session.ts'
import { AreaSelect } from '../organisation/area-select.tsx'

interface AreaChoiceProps { id?: string, value?: string, onChange?: (area: string | undefined) => void, allowClear?: boolean, 'aria-label'?: string, placeholder?: string, style?: object, isOwn?: boolean }

/** Whose answers: the sub-district's or a community's. Somebody of a community chooses between the two; `isOwn`: where they write, their own alone. */
export function AreaChoice({ isOwn = false, ...rest }: AreaChoiceProps) {
  const [mine] = myAreas(useMe())
  const office = mine && isAreaPath(mine.path) ? areaAt(mine.path, 'subdistrict') : undefined
  const community = mine && isAreaPath(mine.path) ? areaAt(mine.path, 'community') : undefined
  if (!mine || !office || !community) return <AreaSelect deepest="community" {...rest} />
  const own = { value: community, label: mine.path === community ? mine.name : '本社区' }
  return <Select {...rest} options={isOwn ? [own] : [{ value: office, label: '街道' }, own]} />
}

/** Where somebody writes unless they say otherwise: their community, else their sub-district. */
export function useHome(): string | undefined {
  const [mine] = myAreas(useMe())
  if (!mine || !isAreaPath(mine.path)) return undefined
  return areaAt(mine.path, 'community') ?? areaAt(mine.path, 'subdistrict')
}
