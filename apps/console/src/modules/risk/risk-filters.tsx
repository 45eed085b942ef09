import { riskColour, riskKind, warnedColours, warningState } from '@linli/contract/words/index'
import type { RiskKind, WarnedColour, WarningState } from '@linli/contract/words/index'
import { Checkbox, Select } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { AreaSelect } from '../organisation/area-select.tsx'

interface Asked<K extends RiskKind> { kind?: K, colours?: WarnedColour[], area?: string, rule?: string, state?: WarningState, isOverdue?: boolean, isNew?: boolean, isMine?: boolean }
interface RiskFiltersProps<K extends RiskKind> { kinds: readonly K[], filter: Asked<K>, change: (to: Asked<K>) => void, /** Lists of scores have always one kind. */ isOfScores?: boolean }

/** What lists of scores and warnings are asked by. */
export function RiskFilters<K extends RiskKind>({ kinds, filter, change, isOfScores = false }: RiskFiltersProps<K>) {
  const rules = useAsk('risk', 'rules', {}).data?.rules ?? []
  return (
    <>
      <Select<K> allowClear={!isOfScores} aria-label="对象" placeholder="对象" style={{ width: 130 }} options={kinds.map((value) => ({ value, label: riskKind[value] }))} value={filter.kind ?? (isOfScores ? kinds[0] : undefined)} onChange={(kind) => change({ kind, rule: undefined })} />
      <Select<WarnedColour[]> mode="multiple" maxTagCount={2} allowClear aria-label="颜色" placeholder="颜色" style={{ width: 150 }} options={warnedColours.map((value) => ({ value, label: `${riskColour[value]}色` }))} value={filter.colours ?? []} onChange={(colours) => change({ colours })} />
      <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 150 }} value={filter.area} onChange={(area) => change({ area })} />
      <Select<string> allowClear aria-label="规则" placeholder="规则" style={{ width: 170 }} options={rules.filter(({ kind }) => kinds.some((one) => one === kind && (!isOfScores || one === (filter.kind ?? kinds[0])))).map(({ id, name }) => ({ value: id, label: name }))} value={filter.rule} onChange={(rule) => change({ rule })} />
      {!isOfScores && <Select<WarningState> allowClear aria-label="状态" placeholder="状态" style={{ width: 110 }} options={Object.entries(warningState).map(([value, label]) => ({ value: value as WarningState, label }))} value={filter.state} onChange={(state) => change({ state })} />}
      {!isOfScores && <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked || undefined })}>由我处置</Checkbox>}
      {!isOfScores && <Checkbox checked={filter.isOverdue ?? false} onChange={(event) => change({ isOverdue: event.target.checked || undefined })}>逾期</Checkbox>}
      {!isOfScores && <Checkbox checked={filter.isNew ?? false} onChange={(event) => change({ isNew: event.target.checked || undefined })}>近一天新增</Checkbox>}
    </>
  )
}
