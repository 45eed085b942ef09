import { PlusOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { isInOffice, officeOnly, useOffice } from '../organisation/use-office.ts'

type TagView = Output<'tag', 'all'>['rows'][number]
interface Written { area: string, name: string, note?: string }

const fields = { area: word() }

/** 标签: the words by which an office or a community gathers records of any kind. */
export default function TagPage() {
  const me = useMe()
  const { filter, change } = useFilter(fields)
  const office = useOffice()
  const area = isInOffice(filter.area) ? filter.area : office
  const query = useAsk('tag', 'all', { area: area ?? '/' }, { isWanted: area !== undefined })
  const [isAdding, setAdding] = useState(false)
  const confirm = useConfirm()
  const { mutateAsync } = useTell('tag', 'retire')
  const retire = ({ area: of, name, endedOn }: TagView) => confirm(endedOn === null
    ? { title: `停用“${name}”？`, what: '不能再给新的记录打上；已经打上的保留。', words: '停用', act: () => mutateAsync({ area: of, name, isEnded: true }), done: '已停用' }
    : { title: `恢复“${name}”？`, what: '又可以给记录打这个标签了。', words: '恢复', isDanger: false, act: () => mutateAsync({ area: of, name, isEnded: false }), done: '已恢复' })
  const mayChange = (row: TagView) => (me.may['base.manage'] ?? []).some((mine) => row.area.startsWith(mine))
  const add = <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>新增标签</Button>
  return (
    <>
      <PageHeader title="标签" hint="给人、户、房屋、企业组织和部件打的标签；选街道的各社区都能用，选社区的只在该社区用。" actions={add} />
      <div style={{ marginBottom: 8 }}><AreaSelect allowClear deepest="community" aria-label="范围" placeholder="街道或社区" style={{ width: 200 }} value={area} onChange={(next) => change({ area: next })} /></div>
      {area === undefined ? <div className="panel"><Nothing words="请先选择街道或社区" /></div> : <DataTable label="标签" query={query} columns={columnsWith(mayChange, retire)} rowKey={(row) => `${row.area}${row.name}`} empty={<Nothing words="还没有标签">{add}</Nothing>} />}
      <AddTag area={area} isOpen={isAdding} close={() => setAdding(false)} />
    </>
  )
}

const columnsWith = (mayChange: (row: TagView) => boolean, retire: (row: TagView) => void): Column<TagView>[] => [
  { key: 'name', title: '标签', width: 180, isFixed: true, render: (row) => row.name },
  { key: 'area', title: '范围', width: 180, render: (row) => row.areaName },
  { key: 'note', title: '说明', render: (row) => row.note || '—' },
  { key: 'state', title: '状态', width: 90, render: (row) => <OnOff isOn={row.endedOn === null} /> },
  { key: 'acts', title: '操作', width: 90, isFixed: true, render: (row) => mayChange(row)
    ? <Button size="small" type="link" danger={row.endedOn === null} aria-label={`${row.endedOn === null ? '停用' : '恢复'}“${row.name}”`} onClick={() => retire(row)}>{row.endedOn === null ? '停用' : '恢复'}</Button>
    : <span className="faint">街道设置</span> },
]

function AddTag({ area, isOpen, close }: { area: string | undefined, isOpen: boolean, close: () => void }) {
  const { message } = App.useApp()
  const { mutateAsync } = useTell('tag', 'add')
  const send = async ({ note, ...rest }: Written) => {
    await mutateAsync({ ...rest, note: note ?? '' })
    close()
    void message.success('已新增')
  }
  return (
    <FormDrawer<Written> name="tag" title="新增标签" isOpen={isOpen} close={close} initial={{ area }} submitWords="保存" send={send}>
      <Form.Item name="name" label="标签" rules={[{ required: true, whitespace: true, min: 2, message: '标签至少两个字' }]}><Input maxLength={20} placeholder="如 沿街商铺" /></Form.Item>
      <Form.Item name="area" label="范围" rules={officeOnly}><AreaSelect deepest="community" placeholder="街道或社区" /></Form.Item>
      <Form.Item name="note" label="说明"><Input.TextArea rows={2} maxLength={100} showCount placeholder="什么样的记录打这个标签" /></Form.Item>
    </FormDrawer>
  )
}
