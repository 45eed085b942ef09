import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import { KnowledgeTags } from './knowledge-tags.tsx'
import type { KnowledgeRow } from './knowledge-words.ts'
import styles from './knowledge.module.css'

export const knowledgeColumns: Column<KnowledgeRow>[] = [
  { key: 'no', title: '编号', width: 56, render: (row) => <span className="number">{row.no}</span> },
  { key: 'question', title: '问题与答复', isFixed: true, render: (row) => <span className={styles.card}><Link data-row-link to={`/knowledge/${row.id}`}>{row.question}</Link><span className="faint">{row.answerShort || (row.isNotForUs ? '街道的答案不答复本社区居民' : '还没有答复')}</span></span> },
  { key: 'status', title: '状态', width: 150, isFixed: true, render: (row) => <span className={styles.tags}><KnowledgeTags row={row} /></span> },
  { key: 'area', title: '适用范围与分类', width: 130, render: (row) => <>{row.areaName}<br /><span className="faint">{row.category || '没有分类'}</span></> },
  { key: 'similar', title: '问法', width: 76, render: (row) => <>{row.similar} 个{row.proposals > 0 && <><br /><span className="faint">{row.proposals} 个建议</span></>}</> },
  { key: 'valid', title: '有效期至', width: 104, render: (row) => row.validTo ?? '长期' },
  { key: 'owner', title: '负责人', width: 126, render: (row) => <>{row.ownerName}<br /><span className="faint">{whenWords(row.changedAt)}处理</span></> },
]

/** A row on a phone. */
export const knowledgeCard = (row: KnowledgeRow) => (
  <div className={styles.card}>
    <Link data-row-link to={`/knowledge/${row.id}`}>{row.question}</Link>
    <span className="faint">{row.answerShort || '还没有答复'}</span>
    <div className={styles.tags}><KnowledgeTags row={row} /></div>
    <p className="faint">{row.areaName} · {row.category || '没有分类'} · {row.ownerName} · {row.validTo ? `至 ${row.validTo}` : '长期有效'}</p>
  </div>
)
