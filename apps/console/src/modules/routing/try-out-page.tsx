import { App, Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { TryOut } from './try-out.tsx'
import { useDraftQuery } from './use-draft.ts'
import type { Draft } from './use-draft.ts'

/** What the draft would have done with the last month's events; then it is published. */
export default function TryOutPage() {
  const query = useDraftQuery()
  const [isDone, setDone] = useState(false)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(draft) => draft.isOpen || isDone ? <Tried draft={draft} done={() => setDone(true)} /> : <Navigate to="/routing" replace />}</Answer>
}

const Tried = ({ draft, done }: { draft: Draft, done: () => void }) => (
  <>
    <PageHeader title="试算派遣规则" back={{ to: '/routing', words: '派遣规则' }} hint="用近 30 天已派遣的事件试算草稿；只是计算，不会改动任何事件。" />
    <TryOut rules={draft.rules} stamp={draft.changedAt}><Publish draft={draft} done={done} /></TryOut>
  </>
)

function Publish({ draft, done }: { draft: Draft, done: () => void }) {
  const [form] = Form.useForm<{ note?: string }>()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const tell = useTell('routing', 'publish')
  const { submit, isBusy, complaint } = useSubmit(form, async ({ note }) => {
    done()
    const { no } = await tell.mutateAsync({ from: draft.changedAt!, note: note ?? '' })
    void message.success(`已发布第 ${no} 版，以后的事件按它建议`)
    void navigate('/routing')
  })
  return (
    <section className="panel" aria-labelledby="publish" style={{ marginBottom: 14 }}>
      <h2 id="publish" className="panel-title">发布</h2>
      <Form form={form} name="publish" layout="vertical" className="panel-body" onFinish={() => void submit()} requiredMark={false}>
        <p className="faint" style={{ marginBottom: 10 }}>发布后，新上报的、受理时改正事项或级别的事件按新规则建议；已有事件的建议、时限都不变，也不会自动派遣。</p>
        <Form.Item name="note" label="这一版改了什么（选填）"><Input maxLength={200} style={{ maxWidth: 560 }} /></Form.Item>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={isBusy}>发布第 {(draft.version ?? 0) + 1} 版</Button>
      </Form>
    </section>
  )
}
