import { side } from '@linli/contract/words/index'
import { App, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import type { Account } from './account.ts'
import { FirstPasswordShown } from './first-password-shown.tsx'

interface AccountValues { name: string, signInName: string, side: 'staff' | 'unit', phone?: string | null, area: string, unit?: string | null }

/** A new person, or changes to one. A new one's first password is shown once. */
export function AccountForm({ account, isOpen, close }: { account?: Account, isOpen: boolean, close: () => void }) {
  const create = useTell('account', 'create')
  const change = useTell('account', 'change')
  const { message } = App.useApp()
  const [shown, setShown] = useState<{ name: string, password: string }>()
  const send = async ({ signInName, side: kind, ...values }: AccountValues) => {
    // A number left as it is shown, masked, stays as it was: the server knows it by its mask.
    const input = { name: values.name, area: values.area, unit: values.unit ?? null, phone: values.phone?.trim() || null }
    if (account) await change.mutateAsync({ id: account.id, ...input })
    else {
      const made = await create.mutateAsync({ ...input, signInName, side: kind })
      setShown({ name: made.account.name, password: made.firstPassword })
    }
    close()
    if (account) void message.success('已保存')
  }
  return (
    <>
      <FormDrawer<AccountValues> name="account" title={account ? `修改${account.name}` : '新增人员'} isOpen={isOpen} close={close} send={send} submitWords="保存"
        initial={account ? { name: account.name, area: account.area, unit: account.unit?.id, phone: account.phone } : { side: 'staff' }}>
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}><Input maxLength={30} autoComplete="off" /></Form.Item>
        {!account && (
          <>
            <Form.Item name="signInName" label="登录名" extra="3–30 位小写字母、数字、点、横线；以后不能改。" rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9._-]{2,29}$/, message: '登录名用 3–30 位小写字母、数字、点、横线' }]}><Input maxLength={30} autoComplete="off" autoCapitalize="none" /></Form.Item>
            <Form.Item name="side" label="类别" extra="办理单位的人只看得到派给本单位的事件。" rules={[{ required: true }]}><Radio.Group options={[{ value: 'staff', label: side.staff }, { value: 'unit', label: side.unit }]} /></Form.Item>
          </>
        )}
        <Form.Item name="area" label="所在辖区" rules={[{ required: true, message: '请选择辖区' }]}><AreaSelect deepest="grid" /></Form.Item>
        <Form.Item name="unit" label="所在单位"><UnitSelect allowClear known={account?.unit} /></Form.Item>
        <Form.Item name="phone" label="手机号"><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
      </FormDrawer>
      <FirstPasswordShown shown={shown} close={() => setShown(undefined)} />
    </>
  )
}
