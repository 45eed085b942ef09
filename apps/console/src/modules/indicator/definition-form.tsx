import type { Asked } from '@linli/contract'
import { indicatorBand, indicatorPeriod, indicatorScale, indicatorTheme } from '@linli/contract/words/index'
import type { IndicatorPeriod, IndicatorScale, IndicatorTheme } from '@linli/contract/words/index'
import { App, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { FormInstance } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { View } from './figures.ts'
import styles from './indicator.module.css'
import { TermsField } from './terms-field.tsx'
import { useTried } from './tried.tsx'

type Definition = Asked<'indicator', 'save'>['definition']
interface TermValue { sign: '+' | '-', term?: string }
const bands = ['red', 'orange', 'yellow', 'blue'] as const
type Limits = Partial<Record<typeof bands[number], number | null>>
interface Values { name: string, theme: IndicatorTheme, above: TermValue[], below: TermValue[], scale: IndicatorScale, period: IndicatorPeriod, best: 'high' | 'low' | 'none', target: number | null, limits: Limits, owner: string, note: string }

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const termsOf = (terms: readonly TermValue[] = []) => terms.flatMap(({ sign, term }) => { const at = term?.indexOf('/') ?? -1; return term && at > 0 ? [{ source: term.slice(0, at), key: term.slice(at + 1), isLess: sign === '-' }] : [] })
const limitsOf = (limits: Limits = {}): Definition['limits'] => { const { red, orange, yellow, blue } = limits; return red == null || orange == null || yellow == null || blue == null ? null : { red, orange, yellow, blue } }

const definitionOf = ({ above, below, best, target, limits, note, owner, ...rest }: Values): Definition =>
  ({ ...rest, above: termsOf(above), below: termsOf(below), best: best === 'none' ? null : best, target: target ?? null, limits: limitsOf(limits), note: note ?? '', owner: owner ?? '' })

const valuesOf = (view: View): Values => ({
  name: view.name, theme: view.theme, scale: view.scale, period: view.period, best: view.best ?? 'none', target: view.target, limits: view.limits ?? {}, owner: view.owner, note: view.note,
  above: view.above.map(valueOf), below: view.below.map(valueOf),
})
const valueOf = ({ source, key, isLess }: View['above'][number]): TermValue => ({ sign: isLess ? '-' : '+', term: `${source}/${key}` })
const fresh: Values = { name: '', theme: 'own', above: [{ sign: '+' }], below: [], scale: 'count', period: 'days30', best: 'none', target: null, limits: {}, owner: '', note: '' }

/** `view`: the one that is changed, or undefined for a new one. A draft that somebody left is gone on with. */
export function DefinitionForm({ view, isOpen, close }: { view: View | undefined, isOpen: boolean, close: () => void }) {
  const { message } = App.useApp()
  const save = useTell('indicator', 'save')
  const versions = useAsk('indicator', 'versions', { code: view?.code ?? '' }, { isWanted: isOpen && view !== undefined })
  if (isOpen && view && !versions.data) return null
  const draft = versions.data?.rows.find(({ status }) => status === 'draft')
  const shown = view && (draft ?? versions.data?.rows[0] ?? view)
  return (
    <FormDrawer<Values> name="indicator" title={view ? `修改“${view.name}”` : '新增指标'} isOpen={isOpen} close={close} submitWords="保存草稿" under="definition"
      note={draft && `这是 ${draft.changedBy} 未发布的草稿，接着改。`} initial={shown ? valuesOf(shown) : fresh}
      send={async (values) => {
        await save.mutateAsync({ ...(view && { code: view.code }), seen: draft?.changedAt ?? null, definition: definitionOf(values) })
        void message.success('草稿已保存，发布后才按它计算')
        close()
      }}>
      {(form) => <Fields form={form} />}
    </FormDrawer>
  )
}

function Fields({ form }: { form: FormInstance<Values> }) {
  return (
    <>
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={30} placeholder="如：独居老人占比" /></Form.Item>
      <Form.Item name="theme" label="主题"><Select options={options(indicatorTheme)} /></Form.Item>
      <TermsField name="above" label="分子" isRequired />
      <TermsField name="below" label="分母" />
      <Form.Item name="scale" label="怎么表示"><Select options={options(indicatorScale)} /></Form.Item>
      <Form.Item name="period" label="时段" extra="只对按发生的日子计的起作用。"><Select options={options(indicatorPeriod)} /></Form.Item>
      <Form.Item name="best" label="好坏"><Radio.Group options={[{ value: 'high', label: '越高越好' }, { value: 'low', label: '越低越好' }, { value: 'none', label: '不分好坏' }]} /></Form.Item>
      <Form.Item noStyle dependencies={['best']}>{() => form.getFieldValue('best') !== 'none' && (
        <>
          <Form.Item name="target" label="目标"><InputNumber style={{ width: '100%' }} /></Form.Item>
          <Form.Item label="分级" extra={form.getFieldValue('best') === 'low' ? '达到或超过这个数就是这一级，从大到小；都没到是绿。不填不分级。' : '等于或低于这个数就是这一级，从小到大；都没到是绿。不填不分级。'}>
            <div className={styles.limits}>{bands.map((band) => <Form.Item key={band} name={['limits', band]} noStyle><InputNumber aria-label={`${indicatorBand[band]}色界线`} placeholder={indicatorBand[band]} style={{ width: '100%' }} /></Form.Item>)}</div>
          </Form.Item>
        </>
      )}</Form.Item>
      <Form.Item name="owner" label="责任部门"><Input maxLength={30} /></Form.Item>
      <Form.Item name="note" label="说明"><Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} /></Form.Item>
      <TryOut form={form} />
    </>
  )
}

function TryOut({ form }: { form: FormInstance<Values> }) {
  const { tryOut, isBusy, shown } = useTried()
  const run = () => void form.validateFields().then((values) => tryOut(definitionOf(values))).catch(() => undefined)
  return <Form.Item><Button loading={isBusy} onClick={run}>按现在的数试算</Button>{shown}</Form.Item>
}
