import { eventSeverity, eventSource } from '@linli/contract/words/index'
import { Form, Radio, Select } from 'antd'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { LimitField } from '../matter/limit-field.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { AreasField } from './areas-field.tsx'
import { HandlerSelect } from './handler-select.tsx'
import { MattersField } from './matters-field.tsx'
import type { Rule, Written } from './rule-words.ts'

interface Values extends Pick<Rule, 'areas' | 'sources' | 'severities' | 'words'> {
  matters: string[]
  toCommunity: boolean
  unit?: string
  person?: string | null
  raisesTo?: Rule['raisesTo']
  hasLimit: boolean
  limit?: NonNullable<Rule['limit']>
}

interface RuleFormProps {
  /** The rule that is changed; undefined for a new one. */
  rule: Rule | undefined
  no: number
  isOpen: boolean
  close: () => void
  send: (rule: Written) => Promise<unknown>
}

/** One rule: what must hold, and what follows. */
export const RuleForm = ({ rule, no, isOpen, close, send }: RuleFormProps) => (
  <FormDrawer<Values> name="routing-rule" title={rule ? `修改第 ${no} 条规则` : '新增规则'} isOpen={isOpen} close={close} initial={initialOf(rule)} submitWords="存入草稿" under={`rules.${no - 1}`}
    send={async (values) => {
      await send(ruleOf(values, rule?.id))
      close()
    }}>
    <h2 className="form-title">当这些都符合时</h2>
    <Form.Item name="matters" label="事项"><MattersField /></Form.Item>
    <Form.Item name="areas" label="辖区"><AreasField /></Form.Item>
    <Form.Item name="sources" label="来源"><Select mode="multiple" allowClear placeholder="不限" options={optionsOf(eventSource)} /></Form.Item>
    <Form.Item name="severities" label="级别"><Select mode="multiple" allowClear placeholder="不限" options={optionsOf(eventSeverity)} /></Form.Item>
    <Form.Item name="words" label="描述中说到" extra="说到任何一个即可；用空格隔开的要同时说到，如“电动车 充电”。按回车加一个。"><Select mode="tags" maxCount={20} open={false} suffixIcon={null} placeholder="不限" tokenSeparators={['，', ',', '、']} /></Form.Item>
    <h2 className="form-title">就这样办</h2>
    <Form.Item name="toCommunity" label="建议派给" required><Radio.Group options={[{ value: false, label: '指定单位' }, { value: true, label: '事件所在社区' }]} /></Form.Item>
    <Form.Item noStyle dependencies={['toCommunity']}>{({ getFieldValue }) => getFieldValue('toCommunity') === false && (
      <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选择单位' }]}><UnitSelect known={rule?.unit} /></Form.Item>
    )}</Form.Item>
    <Form.Item noStyle dependencies={['toCommunity', 'unit']}>{({ getFieldValue }) => getFieldValue('toCommunity') === false && (
      <Form.Item name="person" label="责任人" extra="派遣时写明，收到提醒，排在本人待办最前；同单位的人也可以办。"><HandlerSelect unit={getFieldValue('unit') as string | undefined} /></Form.Item>
    )}</Form.Item>
    <Form.Item name="raisesTo" label="级别提到" extra="只会提高，不会降低上报时定的级别。"><Select allowClear placeholder="不变" options={optionsOf(eventSeverity).slice(1)} /></Form.Item>
    <Form.Item name="hasLimit" label="处置时限" required><Radio.Group options={[{ value: false, label: '按事项规定' }, { value: true, label: '另定' }]} /></Form.Item>
    <Form.Item noStyle dependencies={['hasLimit']}>{({ getFieldValue }) => getFieldValue('hasLimit') === true && <LimitField name="limit" label="另定时限" />}</Form.Item>
  </FormDrawer>
)

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

const initialOf = (rule: Rule | undefined): Partial<Values> => rule
  ? { ...rule, matters: rule.matters.map(({ code }) => code), toCommunity: rule.unit === null, unit: rule.unit?.isActive ? rule.unit.id : undefined, person: rule.person?.id ?? null, raisesTo: rule.raisesTo ?? undefined, hasLimit: rule.limit !== null, limit: rule.limit ?? undefined }
  : { matters: [], areas: [], sources: [], severities: [], words: [], toCommunity: false, hasLimit: false, limit: { unit: 'workingDay' } as never }

const ruleOf = ({ matters, areas, sources, severities, words, toCommunity, unit, person, raisesTo, hasLimit, limit }: Values, id: string | undefined): Written =>
  ({ id, matters, areas: areas.map(({ path }) => path), sources, severities, words, unit: toCommunity ? null : unit ?? null, person: toCommunity ? null : person ?? null, raisesTo: raisesTo ?? null, limit: hasLimit ? limit ?? null : null })
