import { Button, Form } from 'antd'
import { myAreas, useMe } from '../../kernel/session.ts'
import styles from '../../parts/map/place-field.module.css'
import type { LngLat } from '../../parts/map/shape.ts'
import { AreaSelect } from './area-select.tsx'
import { TownMap } from './town-map.tsx'

interface SeatFieldProps { id?: string, value?: LngLat | null, onChange?: (seat: LngLat | null) => void }

/** Where a unit sits: a building found by its name, or a click on the map. Stands in a form that asks for the unit's area too. */
export function SeatField({ id, value, onChange }: SeatFieldProps) {
  const home = myAreas(useMe())[0]?.path ?? '/'
  const area = Form.useWatch<string | undefined>('area') ?? home
  return (
    <div className={styles.box}>
      <AreaSelect id={id} placeholder="输入楼幢、小区名称查找，或在地图上点选" onChange={(_, place) => place?.centre && onChange?.(place.centre)} />
      <p className={styles.said} role="status">{value ? <>已定点，显示在大屏和沙盘上。<Button type="link" size="small" onClick={() => onChange?.(null)}>清除驻地</Button></> : '没有定点。在地图上点一下，就显示在大屏和沙盘上。'}</p>
      <TownMap label="选择驻地的地图" area={area} point={value ?? undefined} pointWords="驻地" onPick={(point) => onChange?.(point)} height={240} />
    </div>
  )
}
