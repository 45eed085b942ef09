import { ledgerKind, type LedgerKind } from '@linli/contract/words/index'
import { App, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { myAreas, useMay, useMe } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Draft, Ledger } from './ledger-words.ts'

interface Values { kind: LedgerKind, name: string, area: string, title?: string, signature?: string, isMonthly?: boolean }
/** Kept for nobody but oneself. */
const own = 'own'

/** Keeps what was made: as one's own, or for an area whose ledgers one keeps. */
export function SaveButton({ draft, ledger, isFit, words = '保存' }: { draft: Draft, ledger: Ledger | undefined, isFit: boolean, words?: string }) {
  const [isOpen, setOpen] = useState(false)
  const save = useTell('ledger', 'save')
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [me, mayKeep] = [useMe(), useMay('ledger.keep')]
  const before = ledger?.mayChange ? ledger : undefined
  const areas = [{ value: own, label: '我自己' }, ...mayKeep ? myAreas(me).map(({ path, name }) => ({ value: path, label: name })) : []]
  const send = async ({ area, title, signature, isMonthly, ...rest }: Values) => {
    const { id } = await save.mutateAsync({ ...draft, ...rest, ...(before && { id: before.id, revision: before.revision }), ...(area !== own && { area }), title: title || null, signature: signature || null, isMonthly: isMonthly ?? false })
    void message.success('已保存')
    void navigate(`/ledger/${id}`)
  }
  const initial: Partial<Values> = { kind: ledger?.kind ?? 'list', name: ledger?.name, area: before && !before.isOwn ? before.area : own, title: ledger?.title ?? undefined, signature: ledger?.signature ?? undefined, isMonthly: ledger?.isMonthly ?? false }
  return (
    <>
      <Button type="primary" disabled={!isFit} onClick={() => setOpen(true)}>{words}</Button>
      <FormDrawer<Values> name="ledger-save" title="保存名单或台账" isOpen={isOpen} close={() => setOpen(false)} initial={initial} send={send} submitWords="保存">
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="kind" label="类别" required><Radio.Group options={Object.entries(ledgerKind).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="area" label="给谁用" required><Select options={areas} /></Form.Item>
        <Form.Item name="title" label="表头标题"><Input maxLength={80} placeholder="如：实有人口登记表" /></Form.Item>
        <Form.Item name="signature" label="签字行"><Input.TextArea maxLength={120} rows={2} placeholder="如：填表人：　　审核人：　　（盖章）" /></Form.Item>
        <Form.Item name="isMonthly" valuePropName="checked" label="月末"><Checkbox>每月初自动固化上月（给辖区用的台账）</Checkbox></Form.Item>
      </FormDrawer>
    </>
  )
}
