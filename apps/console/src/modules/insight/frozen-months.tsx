import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { Behind } from './behind-link.tsx'
import { addressOf } from './insight-filter.ts'
import { numberWords } from './number-words.ts'
import styles from './insight.module.css'

export const monthWords = (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`

/** Months as they were told, beside what is counted for them today. */
export function FrozenMonths({ area }: { area: string | undefined }) {
  const query = useAsk('insight', 'months', { area, limit: 100 })
  const mayFreeze = useMay('insight.freeze')
  const [chosen, choose] = useState<string>()
  return (
    <>
      <p className="faint" style={{ marginBottom: 8 }}>每月 1 日自动固化上月的街道与各社区统计，固化后不再更改；之后的变化见“今日复核”一栏，点数字看清单：固化数看当时的，今日复核看现在的。</p>
      {mayFreeze && <Freeze />}
      <Answer query={query}>
        {({ rows }) => {
          const key = chosen ?? (rows[0] && `${rows[0].month} ${rows[0].area}`)
          const row = rows.find((one) => `${one.month} ${one.area}` === key) ?? rows[0]
          if (!row) return <Nothing words="还没有固化的月份" />
          return (
            <>
              <div className={styles.tools}><Select aria-label="固化的月份" showSearch={{ optionFilterProp: 'label' }} style={{ width: 260 }} value={key} onChange={choose} options={rows.map((one) => ({ value: `${one.month} ${one.area}`, label: `${monthWords(one.month)} ${one.areaName}` }))} /></div>
              <FrozenMonth area={row.area} month={row.month} />
            </>
          )
        }}
      </Answer>
    </>
  )
}

function Freeze() {
  const [month, setMonth] = useState(dayjs().subtract(1, 'month').startOf('month'))
  const tell = useTell('insight', 'freeze')
  const confirm = useConfirm()
  const first = month.format('YYYY-MM-01')
  const ask = () => confirm({ title: `固化${monthWords(first)}？`, what: '街道和各社区这个月的统计按现在的数存下，之后不能更改。', words: '固化', isDanger: false, act: () => tell.mutateAsync({ month: first }), done: '已固化' })
  return (
    <div className={styles.tools}>
      <DatePicker picker="month" aria-label="要固化的月份" allowClear={false} value={month} disabledDate={(day) => !day.isBefore(dayjs().startOf('month'))} onChange={(day) => day && setMonth(day.startOf('month'))} />
      <Button loading={tell.isPending} onClick={ask}>固化这个月</Button>
    </div>
  )
}

function FrozenMonth({ area, month }: { area: string, month: string }) {
  const query = useAsk('insight', 'frozen', { area, month })
  return (
    <Answer query={query}>
      {({ areaName, figures, recount, frozenAt, frozenBy }) => {
        const now = new Map(recount.map((one) => [one.name, one]))
        return (
          <>
            <p style={{ marginBottom: 8 }}><strong>{areaName} {monthWords(month)}（已固化）</strong>　{frozenBy === '系统' ? '自动' : frozenBy}固化于 {whenExact(frozenAt)}</p>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table wider than its page is moved by keyboard too */}
            <div className={styles.tableBox} role="region" aria-label="固化的统计表" tabIndex={0}>
              <table className={styles.compare}>
                <thead><tr><th scope="col">指标</th><th scope="col">固化数</th><th scope="col">今日复核</th><th scope="col" style={{ textAlign: 'left' }}>计算方法</th></tr></thead>
                <tbody>{figures.map((one) => {
                  const then = numberWords(one.value, one.unit)
                  const again = now.get(one.name)
                  const today = numberWords(again?.value ?? null, one.unit)
                  return <tr key={one.name}><th scope="row" style={{ fontWeight: 400 }}>{one.label}</th><td><strong>{one.part === null ? then : <Behind to={`/insight/frozen?${addressOf({ area }, { month, part: one.part })}`} label={`${one.label}固化数`} words={then} />}</strong></td><td>{again ? <Behind to={`/insight/event?${addressOf({ from: month, until: dayjs(month).endOf('month').format('YYYY-MM-DD'), area }, { part: again.part })}`} label={`${one.label}今日复核`} words={today} /> : today}{today === then && <span className="faint"> 相同</span>}</td><td className="faint" style={{ textAlign: 'left', whiteSpace: 'normal', minWidth: 260 }}>{one.formula}（口径 v{one.version}{again?.version !== one.version && '，已改版'}）</td></tr>
                })}</tbody>
              </table>
            </div>
          </>
        )
      }}
    </Answer>
  )
}
