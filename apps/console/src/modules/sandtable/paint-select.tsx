import { indicatorTheme } from '@linli/contract/words/index'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { Question } from './questions.ts'

interface PaintSelectProps { questions: readonly Question[], value: string, choose: (key: string) => void }

const withFormula = ({ label, data }: { label?: ReactNode, data: object }) => <span>{label}<br /><small className="faint">{'title' in data && String(data.title)}</small></span>

/** What buildings and areas are coloured by. */
export const PaintSelect = ({ questions, value, choose }: PaintSelectProps) => (
  <Select aria-label="按什么着色" showSearch={{ optionFilterProp: 'label' }} value={value || undefined} onChange={choose} style={{ width: 200 }} popupMatchSelectWidth={320}
    options={Object.entries(indicatorTheme).map(([theme, label]) => ({ label, options: questions.filter((one) => one.theme === theme).map(({ key, title, formula }) => ({ value: key, label: title, title: formula })) })).filter(({ options }) => options.length > 0)} optionRender={withFormula} />
)
