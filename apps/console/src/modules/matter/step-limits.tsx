import type { Output } from '@linli/contract'
import { eventStatus } from '@linli/contract/words/index'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { LimitField } from './limit-field.tsx'
import { limitWords } from './limit-words.ts'
import type { Limit } from './limit-words.ts'

type StepLimit = Output<'matter', 'stepLimits'>['rows'][number]

const statusName = (status: string) => eventStatus[status as keyof typeof eventStatus] ?? status

/** How long an event may stay in each stage but handling, whose limit is the matter's. */
export function StepLimits() {
  const query = useAsk('matter', 'stepLimits', {})
  const tell = useTell('matter', 'setStepLimit')
  const { message } = App.useApp()
  const [changing, setChanging] = useState<StepLimit>()
  const columns: Column<StepLimit>[] = [
    { key: 'status', title: '环节', isFixed: true, render: (row) => statusName(row.status) },
    { key: 'limit', title: '时限', width: 200, isFixed: true, render: (row) => limitWords(row.limit) },
    { key: 'change', title: '操作', width: 90, isFixed: true, render: (row) => <Button size="small" aria-label={`修改“${statusName(row.status)}”的时限`} onClick={() => setChanging(row)}>修改</Button> },
  ]
  return (
    <>
      <DataTable label="各环节时限" query={query} columns={columns} rowKey={(row) => row.status} />
      <FormDrawer<{ limit: Limit }> name="step-limit" title={`“${changing ? statusName(changing.status) : ''}”的时限`} isOpen={changing !== undefined} close={() => setChanging(undefined)} initial={{ limit: changing?.limit }} submitWords="保存"
        send={async ({ limit }) => {
          await tell.mutateAsync({ status: changing!.status, limit })
          setChanging(undefined)
          void message.success('已保存，以后进入这一环节的事件按新时限计算')
        }}>
        <LimitField name="limit" label="时限" />
      </FormDrawer>
    </>
  )
}
