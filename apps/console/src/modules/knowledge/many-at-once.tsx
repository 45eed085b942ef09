import { App, Button } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import type { KnowledgeRow } from './knowledge-words.ts'
import styles from './knowledge.module.css'
import { useRehearsal } from './use-rehearsal.ts'

/** What may be done with the chosen ones of this page together. */
export function ManyAtOnce({ rows, keys, clear }: { rows: KnowledgeRow[], keys: string[], clear: () => void }) {
  const chosen = rows.filter(({ id }) => keys.includes(id))
  const submit = useTell('knowledge', 'submit')
  const rehearsal = useRehearsal({ to: '/knowledge?open=review', words: '待审核的知识' })
  const { message } = App.useApp()
  if (chosen.length === 0) return null
  const itemsOf = (some: KnowledgeRow[]) => some.map(({ id, openNo }) => ({ id, no: openNo! }))
  const [toSubmit, toApprove] = [chosen.filter(({ maySubmit }) => maySubmit), chosen.filter(({ mayApprove }) => mayApprove)]
  return (
    <div className={styles.waits} role="group" aria-label="一起处理">
      <span className="faint">已选 {chosen.length} 条</span>
      {toSubmit.length > 0 && <Button size="small" loading={submit.isPending} onClick={() => submit.mutate({ items: itemsOf(toSubmit) }, { onSuccess: ({ done }) => { void message.success(`已提交 ${done} 条，等别人审核`); clear() }, onError: (fault) => void message.error(wordsOf(fault)) })}>提交审核 {toSubmit.length} 条</Button>}
      {/* What is told in one place is tried out together. */}
      {[...new Set(toApprove.map(({ area }) => area))].map((area) => toApprove.filter((one) => one.area === area)).map((some) => <Button key={some[0]!.area} size="small" type="primary" title="先看发布后哪些问题的答案会变，再发布" loading={rehearsal.isPending} onClick={() => rehearsal.begin(some.map(({ id, openNo }) => ({ entry: id, no: openNo! })))}>试跑并审核{some.length < toApprove.length && ` ${some[0]!.areaName}的`} {some.length} 条</Button>)}
      {toSubmit.length + toApprove.length === 0 && <span className="faint">所选的没有可以一起处理的</span>}
      <Button size="small" type="link" onClick={clear}>取消选择</Button>
    </div>
  )
}
