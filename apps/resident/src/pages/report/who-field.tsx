import { useState } from 'react'
import type { ReporterPrivacy } from '@linli/contract/words/event.ts'
import { toHalfWidth } from '@linli/standards/text.ts'
import { Box } from '#element'
import { useStore } from '../../kernel/store.ts'
import { Choice } from '../../parts/choice.tsx'
import { FoldRow } from '../../parts/fold-row.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { changeDraft, draft } from './draft.ts'
import type { Other } from './draft.ts'

const ways: readonly { value: ReporterPrivacy, words: string, note: string }[] = [
  { value: 'open', words: '可以让办理单位知道', note: '姓名、电话平时不显示，需要核实时才能查看' },
  { value: 'confidential', words: '保密', note: '只有受理和回访的人知道，办理单位不知道' },
  { value: 'anonymous', words: '匿名', note: '不留姓名和电话，有需要核实的也没法给您回电' },
]
const whose = [{ value: 'own', words: '我自己' }, { value: 'other', words: '替别人报' }] as const

/** Who reports, and who may know; folded, because for most nothing is to be chosen. */
export function WhoField({ error }: { error?: string }) {
  const { privacy, other } = useStore(draft)
  const [isOpen, setOpen] = useState(privacy !== 'open' || other !== null)
  const change = (part: Partial<Other>) => changeDraft({ other: { name: '', phone: '', ...other, ...part } })
  return (
    <FoldRow title={isOpen ? '谁来报' : '替别人报，或不想公开姓名'} isOpen={isOpen || error !== undefined} onToggle={() => setOpen(!isOpen)}>
      <Box className="report__who">
        <Choice id="privacy" label="谁可以知道是您报的" options={ways} value={privacy} onChange={(value) => changeDraft({ privacy: value })} />
        {privacy !== 'anonymous' && (
          <>
            <Choice id="whose" label="替谁报" look="chips" options={whose} value={other ? 'other' : 'own'} onChange={(value) => changeDraft({ other: value === 'other' ? { name: '', phone: '' } : null })} />
            {other && <TextField id="other-name" label="他的姓名" isOptional value={other.name} maxLength={30} onChange={(name) => change({ name })} />}
            {other && <TextField id="other-phone" label="他的电话" hint="有需要核实的情况时打这个电话" kind="phone" value={other.phone} maxLength={20} error={error} onChange={(text) => change({ phone: toHalfWidth(text).replace(/[^\d-]/g, '') })} />}
          </>
        )}
      </Box>
    </FoldRow>
  )
}
