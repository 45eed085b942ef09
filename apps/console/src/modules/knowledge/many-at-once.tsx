import { App, Button } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import type { KnowledgeRow } from './knowledge-words.ts'
import styles from './knowledge.module.css'

/** What may be done with the chosen ones of this page together. */
export function ManyAtOnce({ rows, keys, clear }: { rows: KnowledgeRow[], keys: string[], clear: () => void }) {
  const chosen = rows.filter(({ id }) => keys.includes(id))
  const [submit, approve] = [useTell('knowledge', 'submit'), useTell('knowledge', 'approve')]
  const ask = useConfirm()
  const { message } = App.useApp()
  if (chosen.length === 0) return null
  const itemsOf = (some: KnowledgeRow[]) => some.map(({ id, openNo }) => ({ id, no: openNo! }))
  const [toSubmit, toApprove] = [chosen.filter(({ maySubmit }) => maySubmit), chosen.filter(({ mayApprove }) => mayApprove)]
  return (
    <div className={styles.waits} role="group" aria-label="一起处理">
      <span className="faint">已选 {chosen.length} 条</span>
      {toSubmit.length > 0 && <Button size="small" loading={submit.isPending} onClick={() => submit.mutate({ items: itemsOf(toSubmit) }, { onSuccess: ({ done }) => { void message.success(`已提交 ${done} 条，等别人审核`); clear() }, onError: (fault) => void message.error(wordsOf(fault)) })}>提交审核 {toSubmit.length} 条</Button>}
      {toApprove.length > 0 && <Button size="small" type="primary" onClick={() => ask({ title: `发布这 ${toApprove.length} 条知识？`, what: '发布后马上用来回答居民。请确认每一条都看过。', words: '审核通过', isDanger: false, act: async () => { await approve.mutateAsync({ items: itemsOf(toApprove) }); clear() }, done: `已发布 ${toApprove.length} 条` })}>审核通过 {toApprove.length} 条</Button>}
      {toSubmit.length + toApprove.length === 0 && <span className="faint">所选的没有可以一起处理的</span>}
      <Button size="small" type="link" onClick={clear}>取消选择</Button>
    </div>
  )
}
