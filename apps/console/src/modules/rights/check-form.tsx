import { rightsProof } from '@linli/contract/words/index'
import type { RightsProof } from '@linli/contract/words/index'
import { App, Form, Radio, Space } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Request } from './request.ts'

interface Values { proof: RightsProof, person: string }
const nobody = 'none'

/** Who asks, and whose record it is: chosen from those registered under the number or the name. */
export function CheckForm({ request, isOpen, close }: { request: Request, isOpen: boolean, close: () => void }) {
  const check = useTell('rights', 'check')
  const { message } = App.useApp()
  return (
    <FormDrawer<Values> name="check" title="核对请求人身份" isOpen={isOpen} close={close} submitWords="确认身份" note="核对无误后才能查看、更正、删除。选错人会把别人的信息交出去。" isWarning
      send={async ({ proof, person }) => {
        await check.mutateAsync({ id: request.id, proof, person: person === nobody ? null : person })
        close()
        void message.success('已核对身份')
      }}>
      <Form.Item name="proof" label="怎样核对的" rules={[{ required: true, message: '请选择' }]}><Radio.Group><Space orientation="vertical">{Object.entries(rightsProof).map(([value, label]) => <Radio key={value} value={value}>{label}</Radio>)}</Space></Radio.Group></Form.Item>
      <Form.Item name="person" label="人口档案" rules={[{ required: true, message: '请选择' }]}>
        <Radio.Group>
          <Space orientation="vertical">
            {request.candidates.map((one) => <Radio key={one.id} value={one.id}>{one.name} {one.number ?? ''} {one.phone ?? ''}<br /><span className="faint">{one.address ?? '没有登记住址'}</span></Radio>)}
            <Radio value={nobody}>不在人口库中</Radio>
          </Space>
        </Radio.Group>
      </Form.Item>
    </FormDrawer>
  )
}
