import { clearMark, intakeMerge } from '@linli/contract/words/index'
import type { IntakeMerge } from '@linli/contract/words/index'
import { Alert, Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { counted, faultyOf, goodOf } from './intake-view.ts'
import type { Look } from './intake-view.ts'
import styles from './intake.module.css'

const ways = Object.entries(intakeMerge).map(([value, label]) => ({ value, label }))

/** What will happen, whose word stands where the file says otherwise, and the button. */
export function CommitPanel({ batch }: { batch: Look }) {
  const [otherwise, setOtherwise] = useState<IntakeMerge>('fill')
  const [taken, setTaken] = useState<string[]>([])
  const commit = useTell('intake', 'commit', ['intake', batch.kind])
  const { unit, what, key } = counted[batch.kind]
  const [good, faulty, { fresh = 0, match = 0 }] = [goodOf(batch), faultyOf(batch), batch.counts]
  const fields = batch.columns.flatMap(({ name }) => batch.fields.find((field) => field.name === name && field.part !== 'place') ?? [])
  const send = () => commit.mutate({ id: batch.id, which: faulty > 0 ? 'good' : 'all', merge: { otherwise, fields: Object.fromEntries(taken.map((field) => [field, 'take' as const])) } })
  return (
    <section className={`panel ${styles.said}`} aria-labelledby="commit">
      <h2 id="commit" className="panel-title">确认导入</h2>
      <div className={`panel-body ${styles.stack}`}>
        {good === 0
          ? <Alert type="warning" showIcon title={batch.columns.some(({ name }) => name === 'name' || name === 'at.address' && batch.kind === 'housing') ? '没有可以导入的行，请看下面每一行的问题。' : `没有认出“${key}”这一列，请在下面选择工作表、标题行和各列的对应。`} />
          : <p>新登记 <strong>{fresh}</strong> {unit}{match > 0 && <>，更新已登记过的 <strong>{match}</strong> {unit}</>}{faulty > 0 && <>；另有 <strong>{faulty}</strong> 行有问题，不导入，可以在下面改好，或下载改好后再传</>}。</p>}
        {match > 0 && (
          <>
            <p id="otherwise">已登记过的{what}，文件与登记的内容不同时：</p>
            <Radio.Group aria-labelledby="otherwise" className={styles.ways} value={otherwise} onChange={(event) => setOtherwise(event.target.value as IntakeMerge)} options={ways} />
            {otherwise !== 'take' && <Select mode="multiple" allowClear aria-label="以文件为准的项目" placeholder="其中以文件为准的项目（选填）" className={styles.wide} value={taken} onChange={setTaken} options={fields.map(({ name, label }) => ({ value: name, label }))} showSearch={{ optionFilterProp: 'label' }} />}
            <p className="faint">单元格空着不改原有内容；写“{clearMark}”的，清空原有内容。{batch.kind === 'person' ? '住处不随导入改变，搬家请办理迁入。' : batch.kind !== 'housing' && '位置不随导入改变。'}</p>
          </>
        )}
        {commit.error && <Alert type="error" showIcon role="alert" title={wordsOf(commit.error)} />}
        {good > 0 && <div><Button type="primary" loading={commit.isPending} disabled={!batch.mayCommit} onClick={send}>{faulty > 0 ? `只导入没有问题的 ${good} 行` : `导入全部 ${good} 行`}</Button></div>}
      </div>
    </section>
  )
}
