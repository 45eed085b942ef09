import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import { monthsFor, monthWords } from './month-words.ts'

/** Keeps the ledger as it stands now for a month that is ending or has just ended. */
export function FreezeButton({ id, name }: { id: string, name: string }) {
  const [isOpen, setOpen] = useState(false)
  const freeze = useTell('ledger', 'freeze')
  const navigate = useNavigate()
  const months = monthsFor(useToday())
  const send = async ({ month }: { month: string }) => {
    const { id: frozen } = await freeze.mutateAsync({ id, month })
    void navigate(`/ledger/month/${frozen}`)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>固化本月</Button>
      <FormDrawer<{ month: string }> name="ledger-freeze" title={`固化“${name}”`} isOpen={isOpen} close={() => setOpen(false)} initial={{ month: months[0]! }} send={send} submitWords="固化" note="按现在的底数留存，以后不再更改，可与别的月份逐格比较。号码遮盖后留存。">
        <Form.Item name="month" label="月份" required><Select options={months.map((month) => ({ value: month, label: monthWords(month) }))} /></Form.Item>
      </FormDrawer>
    </>
  )
}
