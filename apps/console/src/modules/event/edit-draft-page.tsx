import { App } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { ReportForm } from './report-form.tsx'
import { reportOf, valuesOf } from './report-values.ts'

/** A draft is changed here and reported from its own page. */
export default function EditDraftPage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const query = useAsk('event', 'get', { id })
  const change = useTell('event', 'change')
  const back = `/event/${id}`
  return (
    <>
      <PageHeader title="修改草稿" back={{ to: back, words: '返回详情' }} />
      <Answer query={query} waiting={<Waiting isWhole />}>
        {(event) => (
          <ReportForm draft={event} initial={valuesOf(event)} submitWords="保存草稿" send={async (values) => {
            await change.mutateAsync({ id, ...reportOf(values) })
            void message.success('草稿已保存')
            void navigate(back, { replace: true })
          }} />
        )}
      </Answer>
    </>
  )
}
