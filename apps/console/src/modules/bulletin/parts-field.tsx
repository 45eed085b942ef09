import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { bulletinPart } from '@linli/contract/words/index'
import type { BulletinPart } from '@linli/contract/words/index'
import { Button, Checkbox, Dropdown, Input, InputNumber, Select } from 'antd'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { freshPart } from './bulletin-words.ts'
import type { Part } from './bulletin-words.ts'
import styles from './bulletin.module.css'

interface PartsFieldProps { value?: Part[], onChange?: (value: Part[]) => void }

const none: Part[] = []
const kinds = Object.entries(bulletinPart) as [BulletinPart, string][]
const levels = [{ value: 'community', label: '分到社区' }, { value: 'grid', label: '分到网格' }]

/** What a report consists of, part by part in its order. A form field of antd. */
export function PartsField({ value = none, onChange }: PartsFieldProps) {
  const put = (at: number, what: Partial<Part>) => onChange?.(value.map((one, place) => (place === at ? { ...one, ...what } as Part : one)))
  const swap = (at: number, to: number) => onChange?.(value.map((one, place) => (place === at ? value[to]! : place === to ? value[at]! : one)))
  // What is written stays with its part while others come and go.
  const keys = value.map(({ kind }, at) => `${kind} ${value.slice(0, at).filter((one) => one.kind === kind).length}`)
  return (
    <div>
      {value.map((part, at) => (
        <div key={keys[at]} className={styles.part} role="group" aria-label={`第 ${at + 1} 部分`}>
          <span className="number faint">{at + 1}</span>
          <Select aria-label={`第 ${at + 1} 部分是什么`} value={part.kind} options={kinds.map(([kind, label]) => ({ value: kind, label }))} onChange={(kind: BulletinPart) => onChange?.(value.map((one, place) => (place === at ? freshPart(kind) : one)))} />
          <Input aria-label={`第 ${at + 1} 部分的标题`} placeholder="标题" maxLength={30} value={part.title} onChange={({ target }) => put(at, { title: target.value })} />
          <span>
            <Button type="text" size="small" disabled={at === 0} aria-label={`把第 ${at + 1} 部分往前移`} icon={<ArrowUpOutlined aria-hidden />} onClick={() => swap(at, at - 1)} />
            <Button type="text" size="small" disabled={at === value.length - 1} aria-label={`把第 ${at + 1} 部分往后移`} icon={<ArrowDownOutlined aria-hidden />} onClick={() => swap(at, at + 1)} />
            <Button type="text" size="small" aria-label={`去掉第 ${at + 1} 部分`} icon={<CloseOutlined aria-hidden />} onClick={() => onChange?.(value.filter((_, place) => place !== at))} />
          </span>
          <div className={styles.what}><What part={part} at={at} put={(what) => put(at, what)} /></div>
        </div>
      ))}
      <Dropdown disabled={value.length >= 12} menu={{ items: kinds.map(([key, label]) => ({ key, label })), onClick: ({ key }) => onChange?.([...value, freshPart(key as BulletinPart)]) }}><Button style={{ marginTop: 8 }} icon={<PlusOutlined aria-hidden />}>加一部分</Button></Dropdown>
    </div>
  )
}

interface WhatProps { part: Part, at: number, put: (what: Partial<Part>) => void }

/** What each kind of part asks for. */
function What({ part, at, put }: WhatProps) {
  const known = useAsk('indicator', 'list', {}, { freshMs: 60_000 }).data?.rows ?? []
  const indicators = known.map(({ code, name }) => ({ value: code, label: name }))
  const search = { optionFilterProp: 'label' } as const
  if (part.kind === 'pivot') return <Kinds part={part} at={at} put={put} />
  if (part.kind === 'trend') {
    return (
      <>
        <Select aria-label={`第 ${at + 1} 部分的指标`} value={part.code} options={indicators} showSearch={search} onChange={(code) => put({ code })} style={{ width: 220 }} />
        <InputNumber aria-label={`第 ${at + 1} 部分画多少天`} prefix="近" suffix="天" min={7} max={92} precision={0} value={part.days} onChange={(days) => put({ days: days ?? 30 })} style={{ width: 130 }} />
      </>
    )
  }
  return (
    <>
      <Select aria-label={`第 ${at + 1} 部分的指标`} mode="multiple" maxCount={part.kind === 'table' ? 8 : 30} value={part.codes} options={indicators} showSearch={search} onChange={(codes: string[]) => put({ codes })} style={{ flex: 1, minWidth: 260 }} />
      {part.kind === 'table' && <Select aria-label={`第 ${at + 1} 部分分到哪一级`} value={part.level} options={levels} onChange={(level) => put({ level })} style={{ width: 110 }} />}
      <Checkbox checked={part.isOfPeriod ?? true} title="不勾选的，按指标自己的时段（如近 30 天）统计" onChange={({ target }) => put({ isOfPeriod: target.checked })}>按本期（当日、本周、本月）统计</Checkbox>
    </>
  )
}

function Kinds({ part, at, put }: WhatProps & { part: Extract<Part, { kind: 'pivot' }> }) {
  const sources = (useAsk('indicator', 'catalogue', {}, { freshMs: longFresh }).data?.sources ?? []).filter(({ dimensions }) => dimensions.length > 0)
  const source = sources.find((one) => one.source === part.source)
  return (
    <>
      <Select aria-label={`第 ${at + 1} 部分看什么`} value={part.source} options={sources.map((one) => ({ value: one.source, label: one.label }))} onChange={(value) => put({ source: value, dimension: sources.find((one) => one.source === value)?.dimensions[0]?.dimension ?? '' })} style={{ width: 160 }} />
      <Select aria-label={`第 ${at + 1} 部分按什么分`} value={part.dimension} options={source?.dimensions.map((one) => ({ value: one.dimension, label: `按${one.label}` })) ?? []} onChange={(dimension) => put({ dimension })} style={{ width: 160 }} />
      <Select aria-label={`第 ${at + 1} 部分分到哪一级`} value={part.level} options={levels} onChange={(level) => put({ level })} style={{ width: 110 }} />
    </>
  )
}
