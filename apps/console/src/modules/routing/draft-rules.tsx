import { PlusOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Nothing } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleList } from './rule-list.tsx'
import styles from './rule-list.module.css'
import { moved, sentenceOf, writtenOf } from './rule-words.ts'
import type { Rule } from './rule-words.ts'
import type { Accuracy } from './use-accuracy.ts'
import { useDraft } from './use-draft.ts'
import type { Draft } from './use-draft.ts'

/** The rules as whoever keeps them writes them: every change goes into the draft, and nothing holds before it is published. */
export function DraftRules({ draft, measured }: { draft: Draft, measured: Accuracy[] | undefined }) {
  const { rules } = draft
  const { put, tryPut, drop } = useDraft(draft)
  const ask = useConfirm()
  const [open, setOpen] = useState<{ rule?: Rule, no: number }>()
  const follow = useFollow(rules)
  const move = (at: number, by: number) => {
    if (at + by < 0 || at + by >= rules.length) return
    follow(rules[at]!.id)
    void tryPut(moved(rules, at, by).map(writtenOf))
  }
  const remove = (rule: Rule, at: number) => ask({ title: `去掉第 ${at + 1} 条规则？`, what: `“${sentenceOf(rule)}”。只改草稿，发布后才起作用。`, words: '去掉', act: () => put(rules.filter(({ id }) => id !== rule.id).map(writtenOf)) })
  return (
    <>
      <div className={styles.top}>
        <p className="faint">从上往下，第一条符合的起作用；都不符合的，按事项自己的办理单位和时限。拖动序号可调整顺序。</p>
        <Button icon={<PlusOutlined aria-hidden />} type={draft.isOpen ? 'default' : 'primary'} onClick={() => setOpen({ no: rules.length + 1 })}>新增规则</Button>
      </div>
      {draft.isOpen && <DraftBar draft={draft} drop={() => ask({ title: '放弃草稿？', what: '草稿里的改动不会保留，现行规则不变。', words: '放弃草稿', act: drop, done: '已放弃，显示的是现行规则' })} />}
      {rules.length === 0 ? <Nothing words="还没有派遣规则；派遣时按事项自己的办理单位建议" /> : <RuleList label="派遣规则" rules={rules} measured={measured} acts={{ move, remove, change: (rule, at) => setOpen({ rule, no: at + 1 }) }} />}
      <RuleForm rule={open?.rule} no={open?.no ?? 0} isOpen={open !== undefined} close={() => setOpen(undefined)}
        send={(written) => put(open?.rule ? rules.map((rule) => rule.id === written.id ? written : writtenOf(rule)) : [...rules.map(writtenOf), written])} />
    </>
  )
}

const DraftBar = ({ draft, drop }: { draft: Draft, drop: () => void }) => (
  <div className={styles.draft} role="status">
    <p><WarningFilled aria-hidden /> <strong>草稿还没有生效。</strong>{draft.changedBy} {whenWords(draft.changedAt!)} 改过；先试算，再发布。</p>
    <div className={styles.acts}>
      <Link to="/routing/try-out" className={styles.go}>试算并发布</Link>
      <Button onClick={drop}>放弃草稿</Button>
    </div>
  </div>
)

/** Keeps the keyboard on the rule that was moved, on the button it was moved by, so that it can be moved on; at an end, on its other one. */
function useFollow(rules: Rule[]) {
  const wanted = useRef<{ id: string, by: number }>(undefined)
  useEffect(() => {
    const { id, by } = wanted.current ?? {}
    wanted.current = undefined
    const button = (to: number) => document.querySelector<HTMLButtonElement>(`[data-move="${id} ${to}"]:not(:disabled)`)
    if (id && by !== undefined) (button(by) ?? button(-by))?.focus()
  }, [rules])
  return (id: string) => { wanted.current = { id, by: Number((document.activeElement as HTMLElement | null)?.dataset.move?.split(' ')[1] ?? 0) } }
}
