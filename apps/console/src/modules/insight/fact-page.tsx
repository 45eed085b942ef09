import type { Output } from '@linli/contract'
import { App, Button, DatePicker, Form, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'

type Row = Output<'insight', 'facts'>['rows'][number]
interface Values { people: number, km2?: number, source: string, asOf: Dayjs }

/** What figures are divided by, community by community, with where it is from. */
export default function FactPage() {
  const query = useAsk('insight', 'facts', {})
  const tell = useTell('insight', 'setFact')
  const { message } = App.useApp()
  const [row, setRow] = useState<Row>()
  const [isOpen, setOpen] = useState(false)
  const columns: Column<Row>[] = [
    { key: 'area', title: '社区', isFixed: true, render: (one) => one.areaName },
    { key: 'people', title: '常住人口', width: 110, render: (one) => one.people?.toLocaleString('zh-CN') ?? '未填写' },
    { key: 'km2', title: '面积（平方公里）', width: 140, render: (one) => one.km2?.toLocaleString('zh-CN', { maximumFractionDigits: 3 }) ?? '—' },
    { key: 'source', title: '来源', width: 200, render: (one) => one.source ? `${one.source}，截至 ${one.asOf}` : '—' },
    { key: 'by', title: '填写人', width: 110, render: (one) => one.changedBy ?? '—' },
    { key: 'change', title: '操作', width: 80, render: (one) => <Button size="small" aria-label={`修改${one.areaName}的人口与面积`} onClick={() => { setRow(one); setOpen(true) }}>修改</Button> },
  ]
  return (
    <>
      <PageHeader title="人口与面积" hint="万人上报数、万人立案数和面积密度按这里的数计算。已固化的月报不变。" />
      <DataTable label="各社区的人口与面积" query={query} columns={columns} rowKey={(one) => one.area} empty={<Nothing words="还没有社区" />} />
      {row && (
        <FormDrawer<Values> name="area-fact" title={`人口与面积 · ${row.areaName}`} isOpen={isOpen} close={() => setOpen(false)} submitWords="保存"
          initial={{ people: row.people ?? undefined, km2: row.km2 ?? undefined, source: row.source ?? undefined, asOf: row.asOf ? dayjs(row.asOf) : undefined }}
          send={async ({ people, km2, source, asOf }) => {
            await tell.mutateAsync({ area: row.area, people, km2: km2 ?? null, source, asOf: asOf.format('YYYY-MM-DD') })
            void message.success('已保存')
            setOpen(false)
          }}>
          <Form.Item name="people" label="常住人口" rules={[{ required: true, message: '请填写人口数' }]}><InputNumber min={1} max={10_000_000} precision={0} suffix="人" style={{ width: 200 }} /></Form.Item>
          <Form.Item name="km2" label="面积"><InputNumber min={0.001} max={100_000} precision={3} suffix="平方公里" style={{ width: 200 }} /></Form.Item>
          <Form.Item name="source" label="来源" rules={[{ required: true, whitespace: true, message: '请填写来源' }]}><Input maxLength={60} placeholder="如 实有人口登记、人口普查" /></Form.Item>
          <Form.Item name="asOf" label="截止日期" rules={[{ required: true, message: '请选择截止日期' }]}><DatePicker maxDate={dayjs()} style={{ width: 200 }} /></Form.Item>
        </FormDrawer>
      )}
    </>
  )
}
