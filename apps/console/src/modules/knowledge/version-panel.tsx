import { revisionStatus } from '@linli/contract/words/index'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Answer } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { whenWords } from '../../parts/when.ts'
import { Compared } from './compared.tsx'
import type { KnowledgeView } from './knowledge-words.ts'
import styles from './knowledge.module.css'

/** Everything that was ever written, to be compared with another and brought back. */
export function VersionPanel({ entry }: { entry: KnowledgeView }) {
  const [no, setNo] = useState<number>()
  const isNarrow = useNarrow()
  return (
    <section className="panel" aria-labelledby="versions">
      <h2 id="versions" className="panel-title">版本</h2>
      <ul className={styles.versions}>{entry.revisions.map((one) => (
        <li key={one.no} className={styles.version}>
          <span>第 {one.no} 版 · {revisionStatus[one.status]}{one.note && ` · ${one.note}`}<br /><span className="faint">{one.authorName} {whenWords(one.writtenAt)}写{one.reviewerName && `，${one.reviewerName}${one.status === 'draft' ? '退回' : '审核'}`}{one.reviewNote && `：${one.reviewNote}`}</span></span>
          {entry.revisions.length > 1 && <Button size="small" aria-label={`比较第 ${one.no} 版`} onClick={() => setNo(one.no)}>比较</Button>}
        </li>
      ))}</ul>
      <Drawer title={no === undefined ? '' : `第 ${no} 版`} open={no !== undefined} onClose={() => setNo(undefined)} size={isNarrow ? '100%' : 760} destroyOnHidden styles={{ body: { padding: 0 } }}>
        {no !== undefined && <Two entry={entry} no={no} key={no} close={() => setNo(undefined)} />}
      </Drawer>
    </section>
  )
}

function Two({ entry, no, close }: { entry: KnowledgeView, no: number, close: () => void }) {
  const others = entry.revisions.filter((one) => one.no !== no)
  const [other, setOther] = useState((others.find(({ status }) => status === 'published') ?? others[0])!.no)
  const [mine, theirs] = [useAsk('knowledge', 'revision', { id: entry.id, no }), useAsk('knowledge', 'revision', { id: entry.id, no: other })]
  const restore = useTell('knowledge', 'restore')
  const ask = useConfirm()
  return (
    <>
      <div className={styles.footBar} style={{ borderTop: 0 }}>
        <span>与</span>
        <Select aria-label="和哪一版比较" style={{ width: 190 }} value={other} onChange={setOther} options={others.map((one) => ({ value: one.no, label: `第 ${one.no} 版（${revisionStatus[one.status]}）` }))} />
        <span>比较</span>
        {entry.steps.includes('change') && entry.revisions.find((one) => one.no === no)?.status !== 'draft' && <Button style={{ marginLeft: 'auto' }}
          onClick={() => ask({ title: `把第 ${no} 版恢复成草稿？`, what: entry.draft ? '正在写的草稿会换成这一版的内容。' : '居民看到的不变，审核通过后才换成这一版。', words: '恢复成草稿', isDanger: entry.draft !== null, act: async () => { await restore.mutateAsync({ id: entry.id, seen: entry.changedAt, no }); close() }, done: '已恢复成草稿' })}>恢复这一版</Button>}
      </div>
      <Answer query={mine} isSmall>{(one) => <Answer query={theirs} isSmall>{(two) => <Compared before={one.no < two.no ? one : two} after={one.no < two.no ? two : one} />}</Answer>}</Answer>
    </>
  )
}
