import { Tag } from 'antd'
import { AreaSelect } from '../organisation/area-select.tsx'
import type { Rule } from './rule-words.ts'

interface AreasFieldProps { id?: string, value?: Rule['areas'], onChange?: (areas: Rule['areas']) => void }

/** Several areas, chosen one after the other. */
export function AreasField({ id, value, onChange }: AreasFieldProps) {
  const chosen = value ?? []
  return (
    <>
      <AreaSelect id={id} placeholder={chosen.length > 0 ? '再加一处' : '不限；可输入名称查找'} onChange={(path, place) => path && !chosen.some((one) => one.path === path) && onChange?.([...chosen, { path, name: place?.name ?? path }])} />
      {chosen.length > 0 && (
        <ul aria-label="已选辖区" style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 6 }}>
          {chosen.map(({ path, name }) => <li key={path}><Tag closable={{ 'aria-label': `去掉${name}` }} onClose={(event) => { event.preventDefault(); onChange?.(chosen.filter((one) => one.path !== path)) }}>{name}</Tag></li>)}
        </ul>
      )}
    </>
  )
}
