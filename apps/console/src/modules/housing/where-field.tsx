import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { SearchSelect } from '../../parts/form/search-select.tsx'
import { usePause } from '../../parts/use-pause.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { isBuilding, unitWords } from './chart.ts'
import styles from './housing.module.css'

/** Where somebody lives: a unit, or only the smallest area that is known; `name` is how it is said. */
export interface Where { housing?: string, area: string, name: string }

interface WhereFieldProps { id?: string, value?: Where, onChange?: (where: Where | undefined) => void }

/** An address in any writing completes to a unit; or the building is chosen and then its unit. */
export function WhereField({ id, value, onChange }: WhereFieldProps) {
  const [text, setText] = useState('')
  const typed = usePause(text.trim(), 300)
  const found = useAsk('find', 'all', { text: typed, limit: 12 }, { isWanted: typed.length >= 2 && /[\d一二三四五六七八九十]/.test(typed), keepsLast: true, isLogged: true })
  const units = typed === '' ? [] : found.data?.housing ?? []
  const shown = units.map((unit) => ({ value: unit.id, label: `${unit.address}（${unit.areaName.split(' ').slice(-2).join(' ')}）` }))
  const known = value?.housing && !units.some((unit) => unit.id === value.housing) ? [{ value: value.housing, label: value.name }] : []
  const take = (housing: string | undefined) => {
    const unit = units.find((one) => one.id === housing)
    if (unit) onChange?.({ housing: unit.id, area: unit.area, name: unit.address })
    else if (housing === undefined) onChange?.(undefined)
  }
  return (
    <div className={styles.where}>
      <SearchSelect id={id} allowClear value={value?.housing} options={[...known, ...shown]} isFetching={found.isFetching} onSearch={setText} onChange={take} placeholder="输入地址，如 3-2-501 或 3幢2单元501室"
        notFoundContent={found.isFetching ? '正在查找' : typed.length < 2 ? '请写到室号，如 3-2-501' : '没有找到这一套，可在下面按楼幢选择'} />
      <ByBuilding value={value} onChange={onChange} />
    </div>
  )
}

/** Without a room one may say only the building, the grid or the community. */
function ByBuilding({ value, onChange }: Pick<WhereFieldProps, 'value' | 'onChange'>) {
  const building = value && isBuilding(value.area) ? value.area : undefined
  const chart = useAsk('housing', 'chart', { building: building ?? '/' }, { isWanted: building !== undefined })
  const units = chart.data?.rows ?? []
  return (
    <div className={styles.pair}>
      <AreaSelect allowClear aria-label="楼幢或社区" placeholder="或按楼幢选择（查小区名）" value={value?.area} onChange={(area, place) => onChange?.(area ? { area, name: place?.name ?? '' } : undefined)} />
      <Select aria-label="房屋" allowClear disabled={!building} loading={chart.isFetching} placeholder={building && chart.data && units.length === 0 ? '这一幢还没有登记房屋' : '房屋（不清楚可不选）'} showSearch={{ optionFilterProp: 'label' }} value={value?.housing}
        options={units.map((unit) => ({ value: unit.id, label: unitWords(unit) }))}
        onChange={(housing: string | undefined) => onChange?.(housing ? { housing, area: building!, name: units.find(({ id }) => id === housing)!.address } : { area: building!, name: value?.name ?? '' })} />
    </div>
  )
}
