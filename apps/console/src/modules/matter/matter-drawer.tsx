import { Descriptions, Drawer } from 'antd'
import { useNarrow } from '../../parts/use-media.ts'
import { dayWords } from '../../parts/when.ts'
import { MatterForm } from './matter-form.tsx'
import type { Matter } from './matter-select.tsx'
import { RuleForm } from './rule-form.tsx'
import { SpecialLimits } from './special-limits.tsx'

/** One matter: what it is, where its code comes from, its name and validity, and the office's rule for it. */
export function MatterDrawer({ matter, close }: { matter: Matter | undefined, close: () => void }) {
  const isNarrow = useNarrow()
  return (
    <Drawer title={matter ? `${matter.name}（${matter.code}）` : ''} open={matter !== undefined} onClose={close} size={isNarrow ? '100%' : 460} destroyOnHidden>
      {matter && (
        <>
          <Descriptions column={1} size="small" items={[
            { key: 'standard', label: '依据', children: matter.standard },
            { key: 'from', label: '启用', children: dayWords(matter.from) },
            { key: 'mapped', label: '对应编码', children: matter.mapped.length === 0 ? '无' : <ul>{matter.mapped.map((one) => <li key={one.standard}>{one.standard}：<span className="number">{one.code}</span></li>)}</ul> },
          ]} />
          <RuleForm key={`rule-${matter.code}`} matter={matter} />
          <SpecialLimits matter={matter} />
          <MatterForm key={`matter-${matter.code}`} matter={matter} />
        </>
      )}
    </Drawer>
  )
}
