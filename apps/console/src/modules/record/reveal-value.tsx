import { App, Button, Drawer, Result } from 'antd'
import { useState } from 'react'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { valueWords } from './field.ts'
import type { FieldView, ShownKind } from './field.ts'
import { PurposeItems, purposeOf } from './purpose-items.tsx'
import type { Purposed } from './purpose-items.tsx'

interface RevealValueProps { kind: ShownKind | 'logbook', id: string, name: string, field: FieldView | undefined, close: () => void }

/** The whole value is shown for a purpose, which is written down (PIPL art. 51). It is forgotten when the window closes. */
export function RevealValue({ kind, id, name, field, close }: RevealValueProps) {
  const [seen, setSeen] = useState<string>()
  const { message } = App.useApp()
  const forget = () => {
    setSeen(undefined)
    close()
  }
  if (field && seen !== undefined) {
    const words = valueWords(field, seen)
    const copy = () => void navigator.clipboard?.writeText(words).then(() => message.success('已复制'))
    return (
      <Drawer title={field.label} open onClose={forget} size={380}>
        <Result status="success" title={<span className="number" style={{ overflowWrap: 'anywhere' }}>{field.type === 'phone' ? <a href={`tel:${seen}`}>{words}</a> : words}</span>} subTitle={`${name}。仅用于所填用途，请勿转给他人。`}
          extra={[<Button key="copy" onClick={copy}>复制</Button>, <Button key="done" type="primary" onClick={forget}>看完了</Button>]} />
      </Drawer>
    )
  }
  return (
    <FormDrawer<Purposed> name="reveal" title={`查看${field?.label ?? ''}`} isOpen={field !== undefined} close={forget} submitWords="查看" note="这是敏感个人信息。查看的人、时间和用途会记入审计。"
      send={async (told) => setSeen((await call(kind as 'person', 'reveal', { id, field: field!.name, purpose: purposeOf(told) })).value)}>
      <PurposeItems />
    </FormDrawer>
  )
}
