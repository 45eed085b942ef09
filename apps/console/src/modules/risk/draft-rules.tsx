import { PlusOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useConfirm } from '../../parts/form/confirm.ts'
import { whenWords } from '../../parts/when.ts'
import bar from '../routing/rule-list.module.css'
import { KindForm } from './kind-form.tsx'
import { writtenOf } from './risk-view.ts'
import type { KindRule, Rule, Written } from './risk-view.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleList } from './rule-list.tsx'
import styles from './risk.module.css'
import { useDraft } from './use-draft.ts'
import type { Draft } from './use-draft.ts'

/** The rules as whoever keeps them writes them: every change goes into the draft, and nothing holds before it is published. */
export function DraftRules({ draft }: { draft: Draft }) {
  const { rules, kinds } = draft
  const { put, tryPut, drop } = useDraft(draft)
  const ask = useConfirm()
  const [open, setOpen] = useState<{ rule?: Rule }>()
  const [kindRule, setKindRule] = useState<KindRule>()
  const all = rules.map(writtenOf)
  const change = (written: Written) => put({ kinds, rules: all.some(({ id }) => id === written.id) ? all.map((one) => (one.id === written.id ? written : one)) : [...all, written] })
  const toggle = (rule: Rule) => void tryPut({ kinds, rules: all.map((one) => (one.id === rule.id ? { ...one, isOn: !one.isOn } : one)) })
  const remove = (rule: Rule) => ask({ title: `去掉“${rule.name}”？`, what: '只改草稿，发布后才起作用。', words: '去掉', act: () => put({ kinds, rules: all.filter(({ id }) => id !== rule.id) }) })
  return (
    <>
      <div className={styles.top}>
        <p className="faint">分值 = 各条规则得分之和。改动先进草稿，试算过上个月会预警谁，再发布。</p>
        <Button icon={<PlusOutlined aria-hidden />} type={draft.isOpen ? 'default' : 'primary'} onClick={() => setOpen({})}>新增规则</Button>
      </div>
      {!draft.isOpen && draft.version === null && <First take={() => void tryPut({ rules: all, kinds })} />}
      {draft.isOpen && <DraftBar draft={draft} drop={() => ask({ title: '放弃草稿？', what: '草稿里的改动不会保留，现行规则不变。', words: '放弃草稿', act: drop, done: '已放弃' })} />}
      <RuleList rules={rules} kinds={kinds} isMeasured acts={{ change: (rule) => setOpen({ rule }), toggle, remove, changeKind: setKindRule }} />
      <RuleForm rule={open?.rule} at={open?.rule ? rules.findIndex(({ id }) => id === open.rule!.id) : rules.length} isOpen={open !== undefined} close={() => setOpen(undefined)} send={change} />
      <KindForm kindRule={kindRule} at={kinds.findIndex(({ kind }) => kind === kindRule?.kind)} close={() => setKindRule(undefined)} send={(one) => put({ rules: all, kinds: kinds.map((known) => (known.kind === one.kind ? one : known)) })} />
    </>
  )
}

/** What ships is taken over by somebody who has assessed it. */
const First = ({ take }: { take: () => void }) => (
  <div className={bar.draft} role="status">
    <p><WarningFilled aria-hidden /> <strong>下面是建议的规则，还没有生效。</strong>给人计分前要做个人信息保护影响评估（个人信息保护法第五十五条），按本街道情况改好、试算后发布。</p>
    <div className={bar.acts}><Button type="primary" onClick={take}>存为草稿</Button></div>
  </div>
)

const DraftBar = ({ draft, drop }: { draft: Draft, drop: () => void }) => (
  <div className={bar.draft} role="status">
    <p><WarningFilled aria-hidden /> <strong>草稿还没有生效。</strong>{draft.changedBy} {whenWords(draft.changedAt!)} 改过；先试算，再发布。</p>
    <div className={bar.acts}><Link to="/risk-rule/try-out" className={bar.go}>试算并发布</Link><Button onClick={drop}>放弃草稿</Button></div>
  </div>
)
