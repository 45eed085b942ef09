import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useHome } from './area-choice.tsx'
import type { KnowledgeView } from './knowledge-words.ts'
import styles from './knowledge.module.css'
import { useRehearsal } from './use-rehearsal.ts'

/** What this person may do now, as the server says. */
export function KnowledgeActs({ entry }: { entry: KnowledgeView }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const ask = useConfirm()
  const [asked, setAsked] = useState<'sendBack' | 'withdraw'>()
  const [submit, takeBack, drop] = [useTell('knowledge', 'submit'), useTell('knowledge', 'takeBack'), useTell('knowledge', 'drop')]
  const rehearsal = useRehearsal({ to: `/knowledge/${entry.id}`, words: '这条知识' })
  const may = new Set(entry.steps)
  const one = { id: entry.id, no: entry.draft?.no ?? 0 }
  const fail = (fault: Error) => void message.error(wordsOf(fault))
  return (
    <div className={styles.acts}>
      {may.has('withdraw') && <Button danger onClick={() => setAsked('withdraw')}>撤下</Button>}
      {may.has('drop') && <Button onClick={() => ask({ title: '放弃这份草稿？', what: entry.status === 'draft' ? '这条知识还没有发布过，会一起去掉。' : '居民看到的答案不变。', words: '放弃草稿', act: async () => { await drop.mutateAsync(one); if (entry.status === 'draft') void navigate('/knowledge') }, done: '已放弃草稿' })}>放弃草稿</Button>}
      {may.has('takeBack') && <Button loading={takeBack.isPending} onClick={() => takeBack.mutate(one, { onSuccess: () => void message.success('已撤回，可以接着改'), onError: fail })}>撤回审核</Button>}
      <OwnAnswer entry={entry} />
      {may.has('change') && <Button type={may.has('submit') ? 'default' : 'primary'} onClick={() => void navigate(`/knowledge/${entry.id}/edit`)}>{entry.draft ? '接着改' : entry.term ? '核对并更新' : '修改'}</Button>}
      {may.has('submit') && <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate({ items: [one] }, { onSuccess: () => void message.success('已提交，等别人审核'), onError: fail })}>提交审核</Button>}
      {may.has('sendBack') && <Button onClick={() => setAsked('sendBack')}>退回修改</Button>}
      {may.has('approve') && <Button type="primary" title="先看发布后哪些问题的答案会变，再发布" loading={rehearsal.isPending} onClick={() => rehearsal.begin([{ entry: one.id, no: one.no }])}>试跑并审核</Button>}
      <Why entry={entry} asked={asked} close={() => setAsked(undefined)} />
    </div>
  )
}

/** A community writes its own answer in the place of the sub-district's, or looks at the one it has. */
function OwnAnswer({ entry }: { entry: KnowledgeView }) {
  const navigate = useNavigate()
  const [home, mayEdit] = [useHome(), useMay('knowledge.edit')]
  const isAbove = home !== undefined && home !== entry.area && home.startsWith(entry.area)
  if (!isAbove || entry.mayEdit || !mayEdit) return null
  const [own] = entry.replacedBy
  return <Button onClick={() => void navigate(own ? `/knowledge/${own.id}` : `/knowledge/new?replaces=${entry.id}`)}>{own ? '看本社区的答案' : '写本社区的答案'}</Button>
}

/** Sending back and taking away are said with why. */
function Why({ entry, asked, close }: { entry: KnowledgeView, asked: 'sendBack' | 'withdraw' | undefined, close: () => void }) {
  const [sendBack, withdraw] = [useTell('knowledge', 'sendBack'), useTell('knowledge', 'withdraw')]
  const { message } = App.useApp()
  const isBack = asked === 'sendBack'
  return (
    <FormDrawer<{ why: string }> name="why" title={isBack ? '退回修改' : '撤下这条知识'} isOpen={asked !== undefined} close={close} submitWords={isBack ? '退回' : '撤下'} isDanger={!isBack} note={isBack ? undefined : '撤下后马上不再答复居民；改好后可以重新送审发布。'}
      send={async ({ why }) => {
        if (isBack) await sendBack.mutateAsync({ id: entry.id, no: entry.draft!.no, note: why })
        else await withdraw.mutateAsync({ id: entry.id, reason: why })
        void message.success(isBack ? '已退回' : '已撤下')
        close()
      }}>
      <Form.Item name="why" label={isBack ? '要改什么' : '为什么撤下'} rules={[{ required: true, whitespace: true, message: isBack ? '请写明要改什么' : '请写明原因' }]}><Input.TextArea rows={4} maxLength={200} showCount /></Form.Item>
    </FormDrawer>
  )
}
