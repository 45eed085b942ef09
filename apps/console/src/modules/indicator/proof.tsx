import { Alert } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { whenWords } from '../../parts/when.ts'

/** What the last night's counting of everything found: nothing, or what was put right. */
export function Proof() {
  const { data } = useAsk('indicator', 'proof', {}, { freshMs: 60_000 })
  const rows = (data?.rows ?? []).filter(({ provedAt }) => provedAt !== null)
  const wrong = rows.filter(({ differences }) => differences.length > 0)
  if (rows.length === 0) return null
  return <Alert style={{ marginBottom: 12 }} showIcon type={wrong.length > 0 ? 'warning' : 'success'} title={wrong.length === 0
    ? `${whenWords(rows[0]!.provedAt!)} 全部重算复核，${rows[0]!.sources} 类基础指标与平时更新的数完全一致。`
    : wrong.map(({ areaName, provedAt, differences }) => `${areaName} ${whenWords(provedAt!)} 复核发现不一致，已改正：${differences.map(({ label, places, sums }) => `${label} ${places} 处${sums > 0 ? `、汇总 ${sums} 处` : ''}`).join('；')}`).join('。')} />
}
