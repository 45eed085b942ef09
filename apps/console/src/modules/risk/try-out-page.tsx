import { placeKinds, riskKind } from '@linli/contract/words/index'
import type { RiskKind } from '@linli/contract/words/index'
import { Alert, App, Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { TryOut } from './try-out.tsx'
import { useDraftQuery } from './use-draft.ts'
import type { Draft } from './use-draft.ts'

/** What the draft would have warned of in the last four weeks; then it is published. */
export default function TryOutPage() {
  const query = useDraftQuery()
  const [isDone, setDone] = useState(false)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(draft) => draft.isOpen || isDone ? <Tried draft={draft} done={() => setDone(true)} /> : <Navigate to="/risk-rule" replace />}</Answer>
}

function Tried({ draft, done }: { draft: Draft, done: () => void }) {
  const [kind, setKind] = useState<RiskKind>(placeKinds[0])
  return (
    <>
      <PageHeader title="试算风险规则" back={{ to: '/risk-rule', words: '风险规则' }} hint="按过去四周每周开始时的情况，看现行规则和草稿各会预警谁，之后那里有没有真的出事；只是计算，不会发出预警。" />
      <div style={{ overflowX: 'auto', marginBottom: 12 }}><Segmented<RiskKind> aria-label="试算的对象" options={Object.entries(riskKind).map(([value, label]) => ({ value: value as RiskKind, label }))} value={kind} onChange={setKind} /></div>
      <TryOut key={kind} kind={kind} draft={draft}><Publish draft={draft} done={done} /></TryOut>
    </>
  )
}

function Publish({ draft, done }: { draft: Draft, done: () => void }) {
  const [form] = Form.useForm<{ note?: string }>()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const publish = useTell('risk', 'publish')
  const { submit, isBusy, complaint } = useSubmit(form, async ({ note }) => {
    done()
    const { no } = await publish.mutateAsync({ from: draft.changedAt!, note })
    void message.success(`已发布第 ${no} 版，正在重新计算全部分值`)
    void navigate('/risk-rule')
  })
  return (
    <section className="panel" aria-labelledby="publish" style={{ marginBottom: 12 }}>
      <h2 id="publish" className="panel-title">发布</h2>
      <Form form={form} name="risk-publish" className="panel-body" layout="vertical" onFinish={() => void submit()}>
        <Form.Item name="note" label="说明" extra="如：改了什么，影响评估的结论。"><Input maxLength={200} /></Form.Item>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 12 }} />}
        <Button type="primary" htmlType="submit" loading={isBusy}>发布这一版</Button>
      </Form>
    </section>
  )
}
