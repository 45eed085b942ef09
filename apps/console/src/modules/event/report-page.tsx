import { App } from 'antd'
import { useNavigate } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useOnce } from '../../kernel/once.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { ReportForm } from './report-form.tsx'
import { reportOf } from './report-values.ts'
import type { ReportValues } from './report-values.ts'

export default function ReportPage() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { once } = useOnce()
  const send = async (values: ReportValues, isDraft: boolean) => {
    const input = { ...reportOf(values), isDraft }
    const done = await once(input)('event', 'report', input)
    void client.invalidateQueries({ queryKey: ['event'] })
    void message.success(isDraft ? '已存为草稿' : `已上报，编号 ${done.number}`)
    void navigate(`/event/${done.id}`, { replace: true })
  }
  return (
    <>
      <PageHeader title="上报事件" back={{ to: '/event', words: '返回列表' }} />
      <ReportForm submitWords="上报" send={(values) => send(values, false)} keep={(values) => send(values, true)} />
    </>
  )
}
