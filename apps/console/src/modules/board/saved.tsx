import { App, Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { whenWords } from '../../parts/when.ts'
import type { Board } from './board-view.ts'
import styles from './board.module.css'

type Minutes = Board['saved']['minutes']

/** An estimate and named one: its formula with the office's own minutes. */
export function Saved({ board: { counts, saved } }: { board: Board }) {
  const [isOpen, setOpen] = useState(false)
  const tell = useTell('board', 'setEstimate')
  const { message } = App.useApp()
  const { minutes } = saved
  return (
    <section className="panel" aria-labelledby="saved">
      <h2 id="saved" className="panel-title">节省工时 <Mark tone="amber">估算</Mark></h2>
      <div className={`panel-body ${styles.saved}`}>
        <strong className="number">{saved.hours}<small>小时</small></strong>
        <p>＝（独立答完 {counts.machine} × {minutes.machine} 分 ＋ 经推荐答完 {counts.suggested} × {minutes.suggested} 分 ＋ 人工接待 {counts.attended} 人次 × {minutes.attended} 分）÷ 60</p>
        <p className={styles.formula}>系数是本街道对一次会话省下多少分钟的估计，不是实测。{saved.changedBy && saved.changedAt ? `${saved.changedBy} ${whenWords(saved.changedAt)} 调整。` : '现在用的是出厂系数。'}</p>
        {saved.mayChange && <Button onClick={() => setOpen(true)}>调整系数</Button>}
      </div>
      <FormDrawer<Minutes> name="estimate" title="节省工时的系数" isOpen={isOpen} close={() => setOpen(false)} submitWords="保存" note="全街道共用。改动会记下是谁、什么时候改的。" initial={minutes}
        send={async (values) => {
          await tell.mutateAsync(values)
          setOpen(false)
          void message.success('已保存')
        }}>
        {([['machine', '智能客服独立答完一个会话'], ['suggested', '经推荐问题答完一个会话'], ['attended', '人工接待一人次（有建议答案）']] as const).map(([name, label]) => <Form.Item key={name} name={name} label={label} rules={[{ required: true, message: '请填写分钟数' }]}><InputNumber min={0} max={60} step={0.5} suffix="分" /></Form.Item>)}
      </FormDrawer>
    </section>
  )
}
