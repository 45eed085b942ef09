import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { requiredMark } from '../../parts/form/form-drawer.tsx'
import { sendsOnCtrlEnter } from '../../parts/form/keys.ts'
import { useLeave } from '../../parts/form/use-leave.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { AnswerCard } from './answer-card.tsx'
import { useHome } from './area-choice.tsx'
import { KnowledgeFields } from './knowledge-fields.tsx'
import { contentOf, initialOf, ownerOf, pathNames } from './knowledge-values.ts'
import type { Values } from './knowledge-values.ts'
import { cardOf } from './knowledge-words.ts'
import type { KnowledgeView } from './knowledge-words.ts'
import styles from './knowledge.module.css'
import { ProposalField } from './proposal-field.tsx'
import type { Decided } from './proposal-field.tsx'

/** Writes an answer, and beside it shows the card that residents will see. */
export function KnowledgeForm({ entry, replaces }: { entry?: KnowledgeView, replaces?: KnowledgeView }) {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const home = useHome()
  const [write, change, submit] = [useTell('knowledge', 'write'), useTell('knowledge', 'change'), useTell('knowledge', 'submit')]
  const [decided, setDecided] = useState<Decided>({ taken: [], declined: [] })
  const [isWhole, setWhole] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const from = entry?.draft ?? entry?.published ?? entry?.last ?? replaces?.published ?? replaces?.draft ?? null
  const save = async (values: Values): Promise<KnowledgeView> => entry
    ? change.mutateAsync({ id: entry.id, seen: entry.changedAt, owner: ownerOf(values), note: values.note ?? '', content: contentOf(values), proposals: decided })
    : write.mutateAsync({ area: values.area, ...(replaces && { replaces: replaces.id }), ...(values.owner && { owner: ownerOf(values) }), content: contentOf(values) })
  const { submit: send, isBusy, complaint } = useSubmit(form, async () => {
    // What is not on the page now has its value too.
    const written = form.getFieldsValue(true) as Values
    const saved = await save(written)
    setSaved(true)
    if (written.isWhole) await submit.mutateAsync({ items: [{ id: saved.id, no: saved.draft!.no }] }).catch((fault: unknown) => { void navigate(`/knowledge/${saved.id}`); throw fault })
    void message.success(written.isWhole ? '已提交，等别人审核' : '已保存草稿')
    void navigate(`/knowledge/${saved.id}`)
  }, { under: 'content', paths: pathNames })
  useLeave(() => form.isFieldsTouched() && !isSaved)
  const sendAs = (wanted: boolean) => {
    // Known at once where it is sent, and a moment later where it is shown.
    form.setFieldValue('isWhole', wanted)
    setWhole(wanted)
    void send()
  }
  return (
    <Form<Values> form={form} name="knowledge" layout="vertical" requiredMark={requiredMark} initialValues={initialOf({ from, entry, replaces, area: home })} scrollToFirstError={{ focus: true }} onKeyDownCapture={sendsOnCtrlEnter(() => sendAs(false))}>
      <div className={styles.edit}>
        <section className="panel" aria-label="内容">
          <div className="panel-body">
            {entry?.draft?.reviewNote && <Alert type="warning" showIcon title={`${entry.draft.reviewerName}退回：${entry.draft.reviewNote}`} style={{ marginBottom: 16 }} />}
            <KnowledgeFields entry={entry} isReplacing={replaces !== undefined || entry?.isReplacing === true} isNew={entry === undefined} />
          </div>
          {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ margin: '0 14px 12px' }} />}
          <div className={styles.footBar}>
            <Button type="primary" loading={isBusy && isWhole} onClick={() => sendAs(true)}>保存并提交审核</Button>
            <Button loading={isBusy && !isWhole} title="Ctrl + Enter" onClick={() => sendAs(false)}>保存草稿</Button>
            <Button onClick={() => void navigate(entry ? `/knowledge/${entry.id}` : '/knowledge')}>取消</Button>
          </div>
        </section>
        <div className={styles.beside}>
          {entry && entry.proposals.length > 0 && <ProposalField proposals={entry.proposals} decided={decided} decide={(next, text) => { setDecided(next); if (text) form.setFieldValue('similar', [form.getFieldValue('similar'), text].filter(Boolean).join('\n')) }} />}
          <section className="panel" aria-labelledby="preview">
            <h2 id="preview" className="panel-title">居民会看到</h2>
            <div className="panel-body"><Form.Item noStyle shouldUpdate>{() => <Preview values={form.getFieldsValue(true) as Values} no={(entry?.revisions[0]?.no ?? 0) + (entry?.draft ? 0 : 1)} />}</Form.Item></div>
          </section>
        </div>
      </div>
    </Form>
  )
}

const Preview = ({ values, no }: { values: Values, no: number }) => values.isNotForUs ? <p>街道的这条答案不答复本社区居民。</p> : <AnswerCard card={cardOf(contentOf(values), no)} />
