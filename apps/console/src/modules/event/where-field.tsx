import type { Permission } from '@linli/contract'
import { App } from 'antd'
import { call, wordsOf } from '../../kernel/call.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import styles from '../../parts/map/place-field.module.css'
import type { LngLat } from '../../parts/map/shape.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { TownMap } from '../organisation/town-map.tsx'
import type { Where } from './report-values.ts'

interface WhereFieldProps { id?: string, value?: Where, onChange?: (where: Where | undefined) => void, may?: Permission }

/** The place by its name, or by a click on the map; whichever was said last counts. */
export function WhereField({ id, value, onChange, may = 'event.report' }: WhereFieldProps) {
  const me = useMe()
  const { message } = App.useApp()
  const pick = async (point: LngLat) => {
    try {
      const { area, fullName } = await call('organisation', 'locate', point)
      if (me.may[may]?.some((mine) => area.startsWith(mine))) onChange?.({ point, area, name: fullName })
      else void message.warning(`这里是${fullName}，不在您的辖区内`)
    } catch (fault) {
      void message.warning(wordsOf(fault))
    }
  }
  return (
    <div className={styles.box}>
      <AreaSelect id={id} allowClear placeholder="输入小区、楼幢、社区名称查找，或在地图上点选" value={value?.area}
        onChange={(path, place) => onChange?.(path ? { area: path, name: place?.name ?? '', point: isExact(path) ? place?.centre ?? undefined : undefined } : undefined)} />
      <p className={styles.said} role="status">{value ? <>已选：<strong>{value.name}</strong>{value.point ? '' : '（未定点）'}</> : '在地图上点一下，就能选定位置。'}</p>
      <TownMap label="选择事件位置的地图" area={value?.area ?? myAreas(me)[0]?.path ?? '/'} point={value?.point} pointWords={value?.name} onPick={(point) => void pick(point)} height={360} />
    </div>
  )
}

/** A building's centre is where its event is; that of a community is not. */
const isExact = (path: string) => /b\d{4}\/$/.test(path)
