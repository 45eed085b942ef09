import { Select } from 'antd'
import { areaAt } from '@linli/standards/area-path'
import { useMemo, useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { defaultFields } from './entry-rows.ts'
import sheetStyles from '../../parts/grid/sheet-desk.module.css'
import styles from './entry.module.css'

/** Many people one after the other, as in a spreadsheet: by building, with whatever columns are at hand. */
export default function EntryPage() {
  const me = useMe()
  const [area, setArea] = useState<string | undefined>(myAreas(me).find(({ path }) => areaAt(path, 'community') !== undefined)?.path)
  const [names, setNames] = useState<readonly string[]>(defaultFields)
  const isBuilding = area !== undefined && areaAt(area, 'building') !== undefined
  const isPlaced = area !== undefined && areaAt(area, 'community') !== undefined
  const fields = useAsk('person', 'fields', { area: area ?? '/' }, { isWanted: isPlaced, freshMs: longFresh })
  const roles = useAsk('dictionary', 'entries', { table: 'residencyRole' }, { freshMs: longFresh })
  const chart = useAsk('housing', 'chart', { building: area ?? '/' }, { isWanted: isBuilding })
  const chosen = useMemo(() => names.flatMap((name) => fields.data?.rows.find((field) => field.name === name) ?? []), [names, fields.data])
  const isReady = isPlaced && fields.data && roles.data && (!isBuilding || chart.data)
  return (
    <div className={sheetStyles.page}>
      <PageHeader title="连续录入" hint="像在 Excel 里一样逐行填写，也可以从 Excel 整块粘贴。填好后一次登记，没有通过的留在表里说明原因。" />
      <div className={sheetStyles.bar}>
        <AreaSelect aria-label="楼幢或社区" placeholder="选择楼幢或社区" style={{ width: 260 }} value={area} onChange={setArea} />
        <Select aria-label="要填的项目" mode="multiple" className={styles.wide} maxTagCount="responsive" value={[...names]} onChange={(next: string[]) => setNames(next.includes('name') ? next : ['name', ...next])}
          optionFilterProp="label" options={fields.data?.rows.map(({ name, label, isRequired }) => ({ value: name, label, disabled: isRequired })) ?? []} />
      </div>
      {isReady
        ? <EntrySheet area={area} units={isBuilding ? chart.data!.rows : undefined} fields={chosen} roles={roles.data!.rows} />
        : <div className="panel"><Nothing words={isPlaced ? '正在载入' : '请先选择楼幢，或只选到社区'} /></div>}
    </div>
  )
}
