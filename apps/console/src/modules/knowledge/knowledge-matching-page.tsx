import type { Output } from '@linli/contract'
import { App, Button, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { AreaChoice, useHome } from './area-choice.tsx'
import { LinesField } from './lines-field.tsx'
import { TryMatching, type Matching } from './try-matching.tsx'
import styles from './knowledge.module.css'

type View = Output<'knowledge', 'matching'>

/** What a place calls its own things, and how sure the machine has to be; tried out before it is saved. */
export default function KnowledgeMatchingPage() {
  const home = useHome()
  const [area, setArea] = useState(home)
  const query = useAsk('knowledge', 'matching', { area: area ?? home ?? '/' })
  return (
    <>
      <PageHeader title="问法识别" back={{ to: '/knowledge', words: '返回知识库' }} hint="本地对同一样东西的不同叫法，和机器有多大把握才直接回答。先试，再保存；保存后马上用来回答居民。" actions={<AreaChoice aria-label="适用范围" style={{ width: 170 }} value={area} onChange={setArea} />} />
      <Answer query={query}>{(view) => <Form key={`${view.area} ${view.changedAt}`} view={view} />}</Answer>
    </>
  )
}

const percent = (share: number): number => Math.round(share * 100)

function Form({ view }: { view: View }) {
  const { above, mayChange } = view
  const [terms, setTerms] = useState(view.terms.join('\n'))
  const [thresholds, setThresholds] = useState(view.thresholds)
  const tell = useTell('knowledge', 'setMatching')
  const { message } = App.useApp()
  const matching: Matching = { terms: terms.split('\n').filter((line) => line.trim() !== ''), thresholds }
  const save = () => tell.mutate({ area: view.area, ...matching }, { onSuccess: () => void message.success('已保存，马上用来回答居民'), onError: (fault) => void message.error(wordsOf(fault)) })
  return (
    <div className={styles.edit}>
      <section className="panel" aria-labelledby="matching">
        <h2 id="matching" className="panel-title">{view.areaName}</h2>
        <div className={`panel-body ${styles.stack}`}>
          <LinesField label="本地的叫法" hint="一行写同一样东西的几个叫法，用空格隔开。只写本地特有的，通用的系统已经认得。" placeholder={'长者食堂 银龄餐桌 老年食堂\n便民服务中心 老粮站'} value={terms} change={setTerms} isDisabled={!mayChange} />
          {above.terms.length > 0 && <p className="faint">街道的叫法也一起用：{above.terms.slice(0, 5).join('；')}{above.terms.length > 5 && `等 ${above.terms.length} 行`}</p>}
          <Radio.Group aria-label="把握的门槛" disabled={!mayChange} value={thresholds === null} onChange={({ target }) => setThresholds(target.value ? null : above.thresholds)}
            options={[{ value: true, label: `按通用的门槛（直接回答 ${percent(above.thresholds.answer)}%，推荐 ${percent(above.thresholds.offer)}%）` }, { value: false, label: '自己定门槛' }]} />
          {thresholds && <div className={styles.pair}>
            {([['answer', '直接回答：把握不低于'], ['offer', '推荐几条请居民选：把握不低于']] as const).map(([name, label]) => (
              <label key={name}><span className="faint">{label}</span><InputNumber aria-label={label} min={name === 'answer' ? 30 : 1} max={name === 'answer' ? 99 : 90} suffix="%" disabled={!mayChange} value={percent(thresholds[name])} onChange={(value) => setThresholds({ ...thresholds, [name]: (value ?? percent(above.thresholds[name])) / 100 })} /></label>
            ))}
          </div>}
          <p className="faint">门槛高，答错的少，转人工和请居民自己选的多。有了三百个以上评过的对话再调整比较稳妥。{view.changedBy && view.changedAt && ` ${view.changedBy} ${whenWords(view.changedAt)} 调整。`}</p>
        </div>
        {mayChange && <div className={styles.footBar}><Button type="primary" loading={tell.isPending} onClick={save}>保存</Button></div>}
      </section>
      <TryMatching area={view.area} matching={matching} />
    </div>
  )
}
