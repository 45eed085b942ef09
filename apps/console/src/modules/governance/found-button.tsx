import type { Asked } from '@linli/contract'
import { Refusal } from '@linli/client'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { wordsOf } from '../../kernel/call.ts'
import { useOnce } from '../../kernel/once.ts'

interface FoundButtonProps { from: Asked<'governance', 'found'>, words?: string, label?: string, type?: 'primary' | 'default' | 'link' }

/** One tap founds the item and leads there; where one stands already, leads to that. */
export function FoundButton({ from, words = '立项', label, type = 'default' }: FoundButtonProps) {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { once, done } = useOnce()
  const found = async () => {
    setBusy(true)
    try {
      const item = await once(from)('governance', 'found', from)
      done()
      void client.invalidateQueries({ queryKey: ['governance'] })
      void message.success('已立项，请定方案')
      void navigate(`/governance/${item.id}`)
    } catch (fault) {
      done()
      const standing = fault instanceof Refusal && fault.code === 'governance.exists' ? fault.problem.details?.id : undefined
      if (typeof standing !== 'string') return void message.error(wordsOf(fault))
      void message.info(wordsOf(fault))
      void navigate(`/governance/${standing}`)
    } finally {
      setBusy(false)
    }
  }
  return <Button size="small" type={type} loading={isBusy} aria-label={label} onClick={() => void found()}>{words}</Button>
}
