import type { Output } from '@linli/contract'
import { Button, Descriptions, Drawer, Form, Input, Result, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { whenExact } from '../../parts/when.ts'
import type { Resident } from './account.ts'
import { ResidentSwitch } from './resident-switch.tsx'

/** Residents stand in no list: one is found by the whole number and for a reason, for a lost phone or for misuse. Forgotten when the window closes. */
export function ResidentDrawer({ isOpen, close }: { isOpen: boolean, close: () => void }) {
  const [found, setFound] = useState<Output<'account', 'findResident'>>()
  const [isSwitching, setSwitching] = useState(false)
  const leave = () => {
    setFound(undefined)
    close()
  }
  if (!found) return <Search isOpen={isOpen} close={close} show={setFound} />
  const { resident } = found
  return (
    <Drawer title="居民账号" open={isOpen} onClose={leave} size={440}>
      {resident ? <Facts resident={resident} /> : <Result status="info" title="没有找到" subTitle="这个手机号没有注册，或机主没有在您的辖区上报过事项。" />}
      <Space style={{ marginTop: 16 }}>
        {resident && <Button type="primary" danger={resident.isEnabled} onClick={() => setSwitching(true)}>{resident.isEnabled ? '停用' : '启用'}</Button>}
        <Button onClick={() => setFound(undefined)}>再找一个</Button>
      </Space>
      {resident && <ResidentSwitch resident={resident} isOpen={isSwitching} close={() => setSwitching(false)} show={(changed) => setFound({ resident: changed })} />}
    </Drawer>
  )
}

const Facts = ({ resident }: { resident: Resident }) => (
  <Descriptions column={1} size="small" items={[
    { key: 'name', label: '姓名', children: resident.name },
    { key: 'phone', label: '手机号', children: <span className="number">{resident.phone}</span> },
    { key: 'since', label: '注册时间', children: whenExact(resident.since) },
    { key: 'last', label: '最近登录', children: resident.lastSignIn ? whenExact(resident.lastSignIn) : '从未登录' },
    { key: 'state', label: '状态', children: <OnOff isOn={resident.isEnabled} /> },
  ]} />
)

const Search = ({ isOpen, close, show }: { isOpen: boolean, close: () => void, show: (found: Output<'account', 'findResident'>) => void }) => (
  <FormDrawer<{ phone: string, purpose: string }> name="resident" title="查找居民账号" isOpen={isOpen} close={close} submitWords="查找" note="每次查找都会记入审计。"
    send={async (values) => show(await call('account', 'findResident', values))}>
    <Form.Item name="phone" label="手机号" rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: '请填写 11 位手机号' }]}><Input maxLength={11} inputMode="tel" autoComplete="off" /></Form.Item>
    <Form.Item name="purpose" label="查找事由" rules={[{ required: true, whitespace: true, message: '请填写查找事由' }]}><Input maxLength={60} placeholder="如：居民来电称手机遗失" /></Form.Item>
  </FormDrawer>
)
