import { SwapOutlined } from '@ant-design/icons'
import { transferStatus } from '@linli/contract/words/index'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { flag, oneOf } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { AskTransfer } from './ask-transfer.tsx'
import { transferCard, transferColumns } from './transfer-columns.tsx'

const statuses = Object.keys(transferStatus) as (keyof typeof transferStatus)[]
const fields = { status: oneOf(statuses), isToDecide: flag() }

/** Requests between communities: those asked of mine, which wait for an answer, and those mine has asked. */
export default function TransferPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const [isAsking, setAsking] = useState(false)
  const mayEdit = useMay('base.edit')
  const query = useAsk('transfer', 'list', { ...filter, after: pager.after, limit: 20 }, { keepsLast: true })
  useRowKeys()
  return (
    <>
      <PageHeader title="迁移申请" hint="一个人从一个社区迁到另一个社区，由迁入社区申请，现社区同意。" actions={mayEdit && <Button type="primary" icon={<SwapOutlined aria-hidden />} onClick={() => setAsking(true)}>申请迁入</Button>} />
      <FilterBar isFiltered={isFiltered} clear={clear}>
        <Checkbox checked={filter.isToDecide ?? false} onChange={({ target }) => change({ isToDecide: target.checked, status: undefined })}>只看等本社区答复的</Checkbox>
        <Select allowClear aria-label="状态" placeholder="状态" style={{ width: 130 }} value={filter.status} options={statuses.map((value) => ({ value, label: transferStatus[value] }))} onChange={(status) => change({ status, isToDecide: undefined })} />
      </FilterBar>
      <DataTable label="迁移申请" query={query} columns={transferColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 件`} card={transferCard}
        empty={<Nothing words={isFiltered ? '没有这样的申请' : '没有社区之间的迁移申请'} />} />
      <AskTransfer isOpen={isAsking} close={() => setAsking(false)} />
    </>
  )
}
