import { useParams } from 'react-router'
import { Descriptions } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import event from '../event/event-page.module.css'
import { AnswerCard } from './answer-card.tsx'
import { Compared } from './compared.tsx'
import { KnowledgeActs } from './knowledge-acts.tsx'
import { KnowledgeTags } from './knowledge-tags.tsx'
import { cardOf, validWords } from './knowledge-words.ts'
import type { Content, KnowledgeView } from './knowledge-words.ts'
import styles from './knowledge.module.css'
import { VersionPanel } from './version-panel.tsx'

export default function KnowledgePage() {
  const { id = '' } = useParams()
  const query = useAsk('knowledge', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(entry) => <Detail entry={entry} key={entry.id} />}</Answer>
}

/** What residents are told, beside it what would change, and who sees to it. */
function Detail({ entry }: { entry: KnowledgeView }) {
  const told = entry.published ?? entry.last
  // A community's first own answer is compared with what it would stand for.
  const above = useAsk('knowledge', 'get', { id: entry.replaces?.id ?? '' }, { isWanted: told === null && entry.replaces !== null }).data?.published ?? null
  const before = told ?? above
  return (
    <>
      <PageHeader title={entry.question} back={{ to: '/knowledge', words: '返回知识库' }} hint={`编号 ${entry.no} · ${entry.areaName} · ${entry.changedBy} ${whenWords(entry.changedAt)}处理`} beside={<KnowledgeTags row={entry} />} actions={<KnowledgeActs entry={entry} />} />
      <div className={event.columns}>
        <div className={event.column}>
          {entry.draft && (
            <section className="panel" aria-labelledby="open">
              <h2 id="open" className="panel-title">{entry.draft.status === 'review' ? '等待审核' : '正在写'}的第 {entry.draft.no} 版{told ? '：和现在的比较' : above && '：和街道答案的比较'}</h2>
              <p className="panel-body faint">{entry.draft.authorName} {whenWords(entry.draft.writtenAt)}写{entry.draft.note && `，${entry.draft.note}`}{entry.draft.reviewNote && <><br />{entry.draft.reviewerName}退回：{entry.draft.reviewNote}</>}</p>
              <Compared before={before} after={entry.draft} beforeWords={told ? undefined : '街道的答案'} />
            </section>
          )}
          {entry.draft && told && !entry.draft.content.isNotForUs && (
            <section className="panel" aria-labelledby="coming">
              <h2 id="coming" className="panel-title">发布后居民会看到（第 {entry.draft.no} 版）</h2>
              <div className="panel-body"><AnswerCard card={cardOf(entry.draft.content as Content, entry.draft.no)} /></div>
            </section>
          )}
          <section className="panel" aria-labelledby="told">
            <h2 id="told" className="panel-title">{entry.published ? `居民看到的答案（第 ${entry.published.no} 版）` : entry.last ? '最后一次发布的答案（现在不答复居民）' : '发布后居民会看到'}</h2>
            <div className="panel-body"><Shown entry={entry} /></div>
          </section>
        </div>
        <div className={event.column}>
          <Facts entry={entry} />
          <Proposals entry={entry} />
          <VersionPanel entry={entry} />
        </div>
      </div>
    </>
  )
}

function Shown({ entry }: { entry: KnowledgeView }) {
  const one = entry.published ?? entry.last ?? entry.draft
  if (!one) return null
  if (one.content.isNotForUs) return <p>本社区不适用：街道的这条答案不答复{entry.areaName}的居民。</p>
  return <AnswerCard card={cardOf(one.content as Content, one.no)} />
}

function Facts({ entry }: { entry: KnowledgeView }) {
  const { content } = entry.published ?? entry.last ?? entry.draft!
  const rows = [
    { label: '适用范围', children: entry.areaName }, { label: '分类', children: content.category }, { label: '负责人', children: entry.ownerName }, { label: '有效期', children: validWords(content) },
    { label: '对应事项', children: content.matterName }, { label: '相似问法', children: content.similar.length > 0 && <ul className={styles.dotted}>{content.similar.map((one) => <li key={one}>{one}</li>)}</ul> },
    { label: '替代', children: entry.replaces && <Link to={`/knowledge/${entry.replaces.id}`}>街道的“{entry.replaces.question}”</Link> },
    { label: '社区另有答案', children: entry.replacedBy.length > 0 && <ul>{entry.replacedBy.map((one) => <li key={one.id}><Link to={`/knowledge/${one.id}`}>{one.areaName}：{one.question}</Link></li>)}</ul> },
  ]
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts" className="panel-title">情况</h2>
      <div className="panel-body"><Descriptions column={1} size="small" items={rows.filter(({ children }) => children).map(({ label, children }) => ({ key: label, label, children }))} /></div>
    </section>
  )
}

const Proposals = ({ entry: { id, proposals, steps } }: { entry: KnowledgeView }) => proposals.length > 0 && (
  <section className="panel" aria-labelledby="proposals">
    <h2 id="proposals" className="panel-title">有人建议的问法{steps.includes('change') && <Link to={`/knowledge/${id}/edit`} style={{ marginLeft: 'auto', fontSize: 13, fontWeight: 400 }}>修改时采用或不采用</Link>}</h2>
    <ul className={styles.versions}>{proposals.map((one) => <li key={one.id} className={styles.version}><span>{one.text}</span><span className="faint">{one.by} · {one.areaName} · {whenWords(one.at)}{one.note && ` · ${one.note}`}</span></li>)}</ul>
  </section>
)
