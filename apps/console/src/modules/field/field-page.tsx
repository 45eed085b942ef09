import { PlusOutlined } from '@ant-design/icons'
import { fieldType, recordKind } from '@linli/contract/words/index'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Mark } from '../../parts/mark.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { isInOffice, useOffice } from '../organisation/use-office.ts'
import { FieldForm } from './field-form.tsx'
import { fieldKinds } from './field-view.ts'
import type { OwnField } from './field-view.ts'
import styles from './field.module.css'
import { RankPanel } from './rank-panel.tsx'

const tabs = ['own', 'rank'] as const
const fields = { tab: oneOf(tabs), kind: oneOf(fieldKinds), area: word() }

/** 自定义字段: what an office or a community asks besides what ships, and which source wins where two differ. */
export default function FieldPage() {
  const { filter, change } = useFilter(fields)
  const [doing, setDoing] = useState<{ field?: OwnField }>()
  const tab = filter.tab ?? 'own'
  const office = useOffice()
  const area = isInOffice(filter.area) ? filter.area : office
  const kindChoice = <Select aria-label="记录种类" placeholder="全部种类" allowClear={tab === 'own'} style={{ width: 160 }} value={filter.kind ?? (tab === 'rank' ? 'person' : undefined)} options={fieldKinds.map((value) => ({ value, label: recordKind[value] }))} onChange={(kind) => change({ kind })} />
  const add = <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDoing({})}>新增字段</Button>
  return (
    <>
      <PageHeader title="自定义字段" hint="底库自带的项目之外，本街道、本社区自己要登记的项目；以及来源冲突时以谁为准。" actions={tab === 'own' && add} />
      <div className={styles.bar}>
        <Segmented<(typeof tabs)[number]> aria-label="看什么" value={tab} options={[{ value: 'own', label: '自定义字段' }, { value: 'rank', label: '来源规则' }]} onChange={(next) => change({ tab: next === 'own' ? undefined : next })} />
        {kindChoice}
        {tab === 'own' && <AreaSelect allowClear deepest="community" aria-label="范围" placeholder="街道或社区" style={{ width: 180 }} value={area} onChange={(next) => change({ area: next })} />}
      </div>
      {tab === 'rank' ? <RankPanel kind={filter.kind ?? 'person'} /> : area === undefined ? <div className="panel"><Nothing words="请先选择街道或社区" /></div> : <OwnFields area={area} kind={filter.kind} change={(field) => setDoing({ field })} empty={<Nothing words="还没有自定义字段">{add}</Nothing>} />}
      <FieldForm field={doing?.field} kind={filter.kind} area={area} isOpen={doing !== undefined} close={() => setDoing(undefined)} />
    </>
  )
}

interface OwnFieldsProps { area: string, kind: OwnField['kind'] | undefined, change: (field: OwnField) => void, empty: ReactNode }

function OwnFields({ area, kind, change, empty }: OwnFieldsProps) {
  const query = useAsk('field', 'own', { area, kind })
  const confirm = useConfirm()
  const { mutateAsync } = useTell('field', 'retire', ['field', 'person', 'household', 'housing', 'enterprise', 'thing'])
  const retire = (field: OwnField) => confirm(field.endedOn === null
    ? { title: `停用“${field.label}”？`, what: '登记表里不再出现；已经登记的值仍加密保存，恢复后照样看得到。', words: '停用', act: () => mutateAsync({ kind: field.kind, name: field.name, isEnded: true }), done: '已停用' }
    : { title: `恢复“${field.label}”？`, what: '重新出现在登记表里，原来登记的值也看得到了。', words: '恢复', isDanger: false, act: () => mutateAsync({ kind: field.kind, name: field.name, isEnded: false }), done: '已恢复' })
  return <DataTable label="自定义字段" query={query} columns={columnsWith(change, retire)} rowKey={(row) => `${row.kind}/${row.name}`} empty={empty} />
}

const columnsWith = (change: (field: OwnField) => void, retire: (field: OwnField) => void): Column<OwnField>[] => [
  { key: 'label', title: '名称', width: 170, isFixed: true, render: (row) => <>{row.label} {row.isSensitive && <Mark tone="amber">敏感</Mark>}</> },
  { key: 'kind', title: '用于', width: 120, render: (row) => recordKind[row.kind] },
  { key: 'type', title: '类型', width: 150, render: (row) => row.options.length > 0 ? <span title={row.options.join('、')}>{fieldType[row.type]}，{row.options.length} 项</span> : fieldType[row.type] },
  { key: 'area', title: '范围', width: 140, render: (row) => row.areaName },
  { key: 'purpose', title: '收集目的', render: (row) => row.purpose },
  { key: 'state', title: '状态', width: 80, render: (row) => <OnOff isOn={row.endedOn === null} /> },
  { key: 'acts', title: '操作', width: 120, isFixed: true, render: (row) => row.mayChange ? (
    <span className={styles.acts}>
      {row.endedOn === null && <Button size="small" type="link" aria-label={`修改“${row.label}”`} onClick={() => change(row)}>修改</Button>}
      <Button size="small" type="link" danger={row.endedOn === null} aria-label={`${row.endedOn === null ? '停用' : '恢复'}“${row.label}”`} onClick={() => retire(row)}>{row.endedOn === null ? '停用' : '恢复'}</Button>
    </span>
  ) : <span className="faint">街道设置</span> },
]
