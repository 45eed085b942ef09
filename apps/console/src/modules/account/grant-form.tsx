import { at } from '@linli/standards/day'
import { App, DatePicker, Form, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { useRoles } from './account.ts'
import type { Account } from './account.ts'

interface GrantValues { role: string, area: string, from?: Dayjs | null, until?: Dayjs | null }

/** A role in an area, from a day to a day. */
export function GrantForm({ account, isOpen, close }: { account: Account, isOpen: boolean, close: () => void }) {
  const grant = useTell('account', 'grant')
  const roles = useRoles().data?.rows ?? []
  const { message } = App.useApp()
  return (
    <FormDrawer<GrantValues> name="grant" title={`授予${account.name}岗位`} isOpen={isOpen} close={close} submitWords="授予" initial={{ area: account.area }}
      note="岗位决定能看什么、能办什么。系统、安全、审计三种管理员不能由同一人担任。"
      send={async ({ role, area, from, until }) => {
        await grant.mutateAsync({ account: account.id, role, area, from: from ? at(from.format('YYYY-MM-DD')).toISOString() : undefined, until: until ? at(until.format('YYYY-MM-DD'), '24:00').toISOString() : null })
        close()
        void message.success('已授予')
      }}>
      <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选择角色' }]}>
        <Select options={roles.filter((role) => role.side === account.side).map((role) => ({ value: role.code, label: role.name }))} />
      </Form.Item>
      <Form.Item name="area" label="辖区" extra="在这个辖区及其下级有效。" rules={[{ required: true, message: '请选择辖区' }]}><AreaSelect deepest="building" /></Form.Item>
      <Form.Item name="from" label="生效日期" extra="不填则立即生效。"><DatePicker style={{ width: '100%' }} /></Form.Item>
      <Form.Item name="until" label="到期日期" extra="不填则长期有效；到这一天结束时自动收回。"><DatePicker style={{ width: '100%' }} /></Form.Item>
    </FormDrawer>
  )
}
