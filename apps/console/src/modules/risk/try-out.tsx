import type { Output } from '@linli/contract'
import { riskKind } from '@linli/contract/words/index'
import type { RiskKind } from '@linli/contract/words/index'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { dayWords } from '../../parts/when.ts'
import { dayOf } from '@linli/standards/day'
import { ColourTag } from './risk-tags.tsx'
import { fewWords, recordAddress } from './risk-view.ts'
import styles from './risk.module.css'
import type { Draft } from './use-draft.ts'

type Told = Output<'risk', 'tryOut'>
type Row = Told['rows'][number]

/** One kind: both sets of rules beside each other, rule by rule, and whom it would have been. */
export function TryOut({ kind, draft, children }: { kind: RiskKind, draft: Draft, children: ReactNode }) {
  const query = useAsk('risk', 'tryOut', { kind }, { isLogged: true })
  return <Answer query={query}>{(told) => (
    <>
      <div className={styles.compare}><Sum title="现行规则" sum={told.now} /><Sum title="草稿" sum={told.draft} /></div>
      {children}
      {told.cannotLookBack.length > 0 && <p className={styles.small}>{told.cannotLookBack.join('、')}没有留下以前的情况，按现在的登记推算。</p>}
      <RuleTable told={told} draft={draft} />
      {told.isHidden ? <p className={styles.small}>关爱对象只算人数（不足 5 人显示“&lt;5”），不列出是谁。</p> : <Changes told={told} kind={kind} />}
    </>
  )}</Answer>
}

const Sum = ({ title, sum: { warned, followed, mistaken } }: { title: string, sum: Told['now'] }) => (
  <section className="panel" aria-label={title}>
    <h2 className="panel-title">{title}</h2>
    <dl className="panel-body"><dt>会预警</dt><dd>{fewWords(warned)}</dd><dt>之后真的出了事</dt><dd>{fewWords(followed)}{warned !== null && followed !== null && warned > 0 && `（${Math.round(followed / warned * 100)}%）`}</dd><dt>被标过误报的</dt><dd>{fewWords(mistaken)}</dd></dl>
  </section>
)

const done = <T,>(rows: T[]) => ({ data: { rows }, error: null, isPending: false, isFetching: false, refetch: () => undefined })

const RuleTable = ({ told, draft }: { told: Told, draft: Draft }) => (
  <section aria-labelledby="by-rule">
    <h2 id="by-rule" className={styles.group}>草稿里各条规则</h2>
    <DataTable label="各条规则会预警的" query={done(told.rules)} rowKey={({ rule }) => rule} empty={<Nothing words="这一类没有启用的规则" />} columns={[
      { key: 'rule', title: '规则', isFixed: true, render: ({ rule }) => draft.rules.find(({ id }) => id === rule)?.name ?? '—' },
      { key: 'warned', title: '参与的预警', width: 110, render: ({ warned }) => <span className="number">{fewWords(warned)}</span> },
      { key: 'followed', title: '之后出了事', width: 110, render: ({ followed }) => <span className="number">{fewWords(followed)}</span> },
    ]} />
  </section>
)

const changeWords = { added: '新增', dropped: '不再预警', kept: '不变' } as const

const columns: Column<Row>[] = [
  { key: 'name', title: '对象', isFixed: true, render: (row) => { const to = recordAddress(row); return to ? <Link to={to}>{row.name}</Link> : row.name } },
  { key: 'change', title: '变化', width: 90, isFixed: true, render: ({ change }) => <Mark tone={change === 'added' ? 'amber' : change === 'dropped' ? 'blue' : 'plain'}>{changeWords[change]}</Mark> },
  { key: 'colour', title: '颜色', width: 84, render: ({ colour }) => <ColourTag colour={colour} /> },
  { key: 'at', title: '最早会预警', width: 120, render: ({ at }) => dayWords(dayOf(new Date(at))) },
  { key: 'isFollowed', title: '之后出了事', width: 110, render: ({ isFollowed }) => isFollowed ? '有' : '没有' },
]

const Changes = ({ told, kind }: { told: Told, kind: RiskKind }) => (
  <section aria-labelledby="changes">
    <h2 id="changes" className={styles.group}>会预警哪些{riskKind[kind]}{told.found > told.rows.length && <span className="faint">共 {told.found} 处，列出前 {told.rows.length} 处</span>}</h2>
    <DataTable label="会预警的对象" query={done(told.rows)} rowKey={({ id }) => id} columns={columns} empty={<Nothing words="过去四周谁也不会预警" />} />
  </section>
)
