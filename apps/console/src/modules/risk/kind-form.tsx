import { isCare, riskColour, riskKind, warnedColours, warningRole } from '@linli/contract/words/index'
import type { WarnedColour, WarningRole } from '@linli/contract/words/index'
import { Checkbox, Form, InputNumber, Select } from 'antd'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { LimitField } from '../matter/limit-field.tsx'
import { ColourTag } from './risk-tags.tsx'
import { rising } from './risk-view.ts'
import type { KindRule } from './risk-view.ts'
import styles from './risk.module.css'

type Duty = NonNullable<KindRule['duties']['red']>
type Values = { limits: KindRule['limits'], is: Record<WarnedColour, boolean>, roles: Partial<Record<WarnedColour, WarningRole>> } & Partial<Record<`limit-${WarnedColour}`, Duty['limit']>>
interface KindFormProps { kindRule: KindRule | undefined, at: number, close: () => void, send: (kind: KindRule) => Promise<unknown> }

/** From how many points a kind has a colour, and who must look by when. */
export const KindForm = ({ kindRule, at, close, send }: KindFormProps) => (
  <FormDrawer<Values> name="risk-kind" title={kindRule ? `${riskKind[kindRule.kind]}：颜色和处置` : ''} isOpen={kindRule !== undefined} close={close} initial={kindRule && initialOf(kindRule)} submitWords="存入草稿" under={`kinds.${at}`}
    send={async ({ limits, is, roles = {}, ...rest }) => {
      const dutyOf = (colour: WarnedColour): Duty | null => {
        const [role, limit] = [roles[colour], rest[`limit-${colour}`]]
        return is[colour] && role && limit ? { role, limit } : null
      }
      await send({ kind: kindRule!.kind, limits, duties: { red: dutyOf('red'), orange: dutyOf('orange'), yellow: dutyOf('yellow'), blue: dutyOf('blue') } })
      close()
    }}>
    <Form.Item label="多少分起是什么颜色" required>
      <div className={styles.four}>{rising.map((one) => <Form.Item key={one} name={['limits', one]} noStyle rules={[{ required: true, message: '请填写' }]}><InputNumber min={1} max={100} precision={0} aria-label={`多少分起${riskColour[one]}色`} prefix={riskColour[one]} style={{ width: '100%' }} /></Form.Item>)}</div>
    </Form.Item>
    <h2 className="form-title">到了颜色由谁处置</h2>
    {warnedColours.map((one) => <DutyField key={one} colour={one} isOfPeople={kindRule !== undefined && isCare(kindRule.kind)} />)}
  </FormDrawer>
)

const DutyField = ({ colour, isOfPeople }: { colour: WarnedColour, isOfPeople: boolean }) => (
  <div className={styles.duty}>
    <ColourTag colour={colour} />
    <div>
      <Form.Item name={['is', colour]} valuePropName="checked" style={{ marginBottom: 6 }}><Checkbox>发出预警</Checkbox></Form.Item>
      <Form.Item noStyle dependencies={[['is', colour]]}>{({ getFieldValue }) => getFieldValue(['is', colour]) && (
        <>
          <Form.Item name={['roles', colour]} label={`${riskColour[colour]}色由谁处置`} rules={[{ required: true, message: '请选择' }]}><Select<WarningRole> options={Object.entries(warningRole).filter(([role]) => !isOfPeople || role === 'socialWorker' || role === 'secretary').map(([value, label]) => ({ value: value as WarningRole, label }))} /></Form.Item>
          <LimitField name={`limit-${colour}`} label={`${riskColour[colour]}色的期限`} />
        </>
      )}</Form.Item>
    </div>
  </div>
)

const initialOf = ({ limits, duties }: KindRule): Partial<Values> => ({
  limits, is: Object.fromEntries(warnedColours.map((one) => [one, duties[one] !== null])) as Values['is'], roles: Object.fromEntries(warnedColours.flatMap((one) => (duties[one] ? [[one, duties[one].role]] : []))),
  ...Object.fromEntries(warnedColours.flatMap((one) => (duties[one] ? [[`limit-${one}`, duties[one].limit]] : []))),
})
