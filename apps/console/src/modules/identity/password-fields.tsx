import { Form, Input } from 'antd'
import { useAsk } from '../../kernel/ask.ts'

export interface PasswordValues { old: string, new: string, again: string }

/** The present password, the new one, and the new one again. What makes a password good enough the server says. */
export function PasswordFields({ oldLabel = '当前密码' }: { oldLabel?: string }) {
  const name = useAsk('identity', 'me', {}).data?.name
  return (
    <>
      {/* Password keepers look for the name beside the password. */}
      <input type="text" autoComplete="username" value={name ?? ''} readOnly hidden />
      <Form.Item name="old" label={oldLabel} rules={[{ required: true, message: `请填写${oldLabel}` }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="new" label="新密码" extra="至少 10 位，含大写字母、小写字母、数字、符号中的三种；不能含姓名、登录名、手机号，也不能与最近五次相同。" rules={[{ required: true, message: '请填写新密码' }]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="again" label="再填一次新密码" dependencies={['new']} rules={[{ required: true, message: '请再填一次' }, ({ getFieldValue }) => ({
        validator: (_, value) => !value || value === getFieldValue('new') ? Promise.resolve() : Promise.reject(new Error('两次填写的新密码不一样')),
      })]}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  )
}
