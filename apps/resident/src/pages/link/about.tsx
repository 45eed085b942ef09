import { Box, Words } from '#element'
import { momentWords } from '../../kernel/time.ts'
import { Card } from '../../parts/card.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import type { LinkPage } from './link.ts'

/** What the office wants to know, about which event: no name, no number of anybody. */
export function Asked({ page }: { page: LinkPage }) {
  return (
    <>
      <Card title="请您补充情况">
        <Words as="p" className="link__request">{page.request}</Words>
        <Notice kind="soon">{`回复期限：${momentWords(page.until)}`}</Notice>
      </Card>
      <Facts facts={{ 事件编号: page.number, 事项: page.matter, 地点: page.areaName, 上报时间: momentWords(page.reportedAt) }} />
    </>
  )
}

/** What is to be done, where, and what it looks like. */
export function Forwarded({ page, forward }: { page: LinkPage, forward: NonNullable<LinkPage['forward']> }) {
  const { name, place, areaName, description, photos } = { ...forward, ...page }
  return (
    <>
      <Card title={`请${name}协助办理`}>
        <Words as="p" className="link__request">{page.request}</Words>
        <Notice kind="soon">{`办理期限：${momentWords(page.dueAt)}`}</Notice>
      </Card>
      <Facts facts={{ 事件编号: page.number, 事项: page.matter, 地点: place === '' || place === areaName ? areaName : `${areaName}，${place}`, 情况: description }} />
      {photos.length > 0 && <Card><PhotoRow title="现场照片" ids={photos} /></Card>}
    </>
  )
}

function Facts({ facts }: { facts: Record<string, string> }) {
  return (
    <Card>
      {Object.entries(facts).map(([name, value]) => (
        <Box key={name} className="link__fact">
          <Words className="link__name">{name}</Words>
          <Words className="link__value">{value}</Words>
        </Box>
      ))}
    </Card>
  )
}
