import { PlusOutlined } from '@ant-design/icons'
import { areaClass, eventSeverity } from '@linli/contract/words/index'
import type { AreaClass, EventSeverity } from '@linli/contract/words/index'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { LimitField } from './limit-field.tsx'
import { limitWords } from './limit-words.ts'
import type { Limit } from './limit-words.ts'
import { useMatters } from './matter-select.tsx'
import type { Matter } from './matter-select.tsx'
import styles from './special-limits.module.css'

type Special = Matter['specialLimits'][number]
interface Values { areaClass?: AreaClass, severity?: EventSeverity, limit: Limit }

/** 「A 类区域 · 重大」 */
const whereWords = ({ areaClass: class_, severity }: Pick<Special, 'areaClass' | 'severity'>) => [class_ && areaClass[class_], severity && eventSeverity[severity]].filter(Boolean).join(' · ')
const options = <T extends string>(words: Record<T, string>) => (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

/** The limits that speak instead of the matter's own in a class of areas or at a severity, in the order in which they are asked. */
export function SpecialLimits({ matter }: { matter: Matter }) {
  const tell = useTell('matter', 'setSpecialLimit')
  const confirm = useConfirm()
  const matters = useMatters().data?.rows ?? []
  const [changing, setChanging] = useState<Special | 'new'>()
  const drop = (one: Special) => confirm({
    title: `删除“${whereWords(one)}”的时限？`, what: '以后的事件按下一条规则计算；已经算好的期限不变。', words: '删除这条时限', done: '已删除',
    act: () => tell.mutateAsync({ code: matter.code, areaClass: one.areaClass, severity: one.severity, limit: null }),
  })
  return (
    <section aria-labelledby="special" style={{ marginTop: 24 }}>
      <h2 id="special" className="form-title">按区域类别与事件级别的时限</h2>
      <p className="faint" style={{ marginBottom: 8 }}>最具体的一条起作用：先看类别和级别都符合的，再看级别，再看类别，都不符合时按上面的处置时限。办理单位不受影响。</p>
      {matter.specialLimits.length > 0 && (
        <ul className={styles.list}>{matter.specialLimits.map((one) => (
          <li key={whereWords(one)}>
            <span className={styles.where}>{whereWords(one)}</span><span>{limitWords(one.limit)}</span>
            {one.matter === matter.code
              ? <span className={styles.acts}><Button size="small" aria-label={`修改“${whereWords(one)}”的时限`} onClick={() => setChanging(one)}>修改</Button><Button size="small" aria-label={`删除“${whereWords(one)}”的时限`} onClick={() => drop(one)}>删除</Button></span>
              : <span className={`faint ${styles.acts}`}>来自“{matters.find(({ code }) => code === one.matter)?.name ?? one.matter}”</span>}
          </li>
        ))}</ul>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setChanging('new')}>增加一条</Button>
      <FormDrawer<Values> name="special-limit" title={`“${matter.name}”的时限`} isOpen={changing !== undefined} close={() => setChanging(undefined)} submitWords="保存"
        initial={changing === 'new' ? { limit: { unit: 'workingHour' } as Limit } : changing && { areaClass: changing.areaClass ?? undefined, severity: changing.severity ?? undefined, limit: changing.limit }}
        send={async ({ areaClass: class_, severity, limit }) => {
          await tell.mutateAsync({ code: matter.code, areaClass: class_ ?? null, severity: severity ?? null, limit })
          setChanging(undefined)
        }}>
        <Form.Item name="areaClass" label="区域类别" extra="在“辖区”页上设定；没有设定的辖区沿用上级。"><Select allowClear disabled={changing !== 'new'} placeholder="不限" options={options(areaClass)} /></Form.Item>
        <Form.Item name="severity" label="事件级别" dependencies={['areaClass']} rules={[({ getFieldValue }) => ({ validator: (_, value) => value || getFieldValue('areaClass') ? Promise.resolve() : Promise.reject(new Error('区域类别和事件级别至少选一项')) })]}>
          <Select allowClear disabled={changing !== 'new'} placeholder="不限" options={options(eventSeverity)} />
        </Form.Item>
        <LimitField name="limit" label="处置时限" />
      </FormDrawer>
    </section>
  )
}
