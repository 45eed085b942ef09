import { riskColour, riskKind, riskScale } from '@linli/contract/words/index'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { AreasField } from '../routing/areas-field.tsx'
import { MattersField } from '../routing/matters-field.tsx'
import { rising } from './risk-view.ts'
import type { Factor, Rule, Written } from './risk-view.ts'
import styles from './risk.module.css'

type Values = Omit<Written, 'areas' | 'days'> & { areas: Rule['areas'], days?: number | null }

interface RuleFormProps {
  /** The rule that is changed; undefined for a new one. */
  rule: Rule | undefined
  at: number
  isOpen: boolean
  close: () => void
  send: (rule: Written) => Promise<unknown>
}

/** One rule: what is measured, and what follows from it. */
export function RuleForm({ rule, at, isOpen, close, send }: RuleFormProps) {
  const factors = useAsk('risk', 'factors', {}, { freshMs: longFresh, isWanted: isOpen }).data?.rows ?? []
  const factorOf = (key: unknown) => factors.find((one) => one.key === key)
  return (
    <FormDrawer<Values> name="risk-rule" title={rule ? `修改“${rule.name}”` : '新增规则'} isOpen={isOpen} close={close} initial={initialOf(rule)} submitWords="存入草稿" under={`rules.${at}`}
      send={async (values) => {
        await send(ruleOf(values, rule, factorOf(values.factor)))
        close()
      }}>
      <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="factor" label="因子" rules={[{ required: true, message: '请选择因子' }]}><Select showSearch={{ optionFilterProp: 'label' }} placeholder="量什么" options={Object.entries(riskKind).map(([kind, label]) => ({ label, options: factors.filter((one) => one.kind === kind).map((one) => ({ value: one.key, label: one.label })) }))} /></Form.Item>
      <Form.Item noStyle dependencies={['factor']}>{({ getFieldValue }) => <OfFactor factor={factorOf(getFieldValue('factor'))} />}</Form.Item>
      <Form.Item name="areas" label="辖区"><AreasField /></Form.Item>
      <h2 className="form-title">怎样计分</h2>
      <Form.Item name="scale" label="计分方式" rules={[{ required: true }]}><Radio.Group options={Object.entries(riskScale).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="from" label="从多少起计分" rules={[{ required: true, message: '请填写起分值' }]}><InputNumber min={0} max={1_000_000} /></Form.Item>
      <Form.Item name="to" label="到多少计满分" rules={[{ required: true, message: '请填写满分值' }]}><InputNumber min={0} max={1_000_000} /></Form.Item>
      <Form.Item name="weight" label="满分是几分" rules={[{ required: true, message: '请填写分数' }]} extra="各条规则的得分加起来，最多 100 分。"><InputNumber min={0} max={100} precision={0} /></Form.Item>
      <Form.Item label="达到多少直接定色" extra="不看总分，达到就是这个颜色；不用的留空。">
        <div className={styles.four}>{rising.map((one) => <Form.Item key={one} name={['thresholds', one]} noStyle><InputNumber min={0} max={1_000_000} aria-label={`达到多少直接定${riskColour[one]}色`} prefix={riskColour[one]} style={{ width: '100%' }} /></Form.Item>)}</div>
      </Form.Item>
      <Form.Item name="owner" label="谁负责这条规则" rules={[{ required: true, message: '请填写负责人' }]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="note" label="说明"><Input.TextArea rows={2} maxLength={300} showCount /></Form.Item>
    </FormDrawer>
  )
}

/** What the chosen factor asks for, and how it is measured. */
function OfFactor({ factor }: { factor: Factor | undefined }) {
  const groups = useAsk('dictionary', 'entries', { table: 'careGroup' }, { freshMs: longFresh }).data?.rows ?? []
  if (!factor) return null
  return (
    <>
      <p className={styles.small} style={{ marginBottom: 16 }}>{factor.words}单位：{factor.unit}。</p>
      {factor.days !== null && <Form.Item name="days" label="统计最近多少天" rules={[{ required: true, message: '请填写天数' }]}><InputNumber min={1} max={400} precision={0} placeholder={String(factor.days)} /></Form.Item>}
      {factor.hasMatters && <Form.Item name="matters" label="事项"><MattersField /></Form.Item>}
      {factor.hasGroups && <Form.Item name="groups" label="关爱类别"><Select mode="multiple" allowClear placeholder="不限" showSearch={{ optionFilterProp: 'label' }} options={groups.map(({ code, label }) => ({ value: code, label }))} /></Form.Item>}
    </>
  )
}

const initialOf = (rule: Rule | undefined): Partial<Values> => rule
  ? { ...rule, matters: rule.matters.map(({ code }) => code) }
  : { scale: 'linear', matters: [], groups: [], areas: [], isOn: true, note: '', thresholds: { red: null, orange: null, yellow: null, blue: null } }

/** What the factor does not ask for is not sent, whatever was written before another was chosen. */
const ruleOf = ({ name, factor: key, from, to, scale, weight, thresholds, owner, note, matters = [], groups = [], areas = [], days }: Values, rule: Rule | undefined, factor: Factor | undefined): Written => ({
  id: rule?.id, isOn: rule?.isOn ?? true, name, factor: key, from, to, scale, weight, owner, note: note ?? '', areas: areas.map(({ path }) => path),
  thresholds: { red: thresholds.red ?? null, orange: thresholds.orange ?? null, yellow: thresholds.yellow ?? null, blue: thresholds.blue ?? null },
  days: factor?.days == null ? null : days ?? factor.days, matters: factor?.hasMatters ? matters : [], groups: factor?.hasGroups ? groups : [],
})
