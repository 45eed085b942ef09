import type { Card, Output } from '@linli/contract'
import { areaAt } from '@linli/standards'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import type { TalkRow, TurnRow } from './queries.ts'
import { mayRate } from './rules.ts'

export type TalkHead = Output<'reception', 'rate'>
export type TurnView = Output<'reception', 'judge'>

/** Told to the resident, and to staff who may look at talks there. */
export const subjectOf = ({ subdistrict, id, area, resident }: TalkRow): Subject => ({ kind: 'talk', id, subdistrict, area, resident, may: 'talk.view' })

export const isPlaced = (area: string): boolean => areaAt(area, 'community') !== undefined

export const headOf = ({ now }: Pick<Ctx, 'now'>, row: TalkRow): TalkHead => ({
  id: row.id, channel: row.channel as TalkHead['channel'], area: row.area, areaName: row.area_name, isPlaced: isPlaced(row.area), state: row.state as TalkHead['state'], worker: row.worker_name,
  begunAt: row.begun_at.toISOString(), lastAt: row.last_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
  rating: row.rating === null ? null : { score: row.rating, reasons: row.rating_reasons as NonNullable<TalkHead['rating']>['reasons'], text: row.rating_text }, mayRate: mayRate(row, now),
})

export const turnView = (row: TurnRow): TurnView => ({
  no: row.no, by: row.by as TurnView['by'], kind: row.kind as TurnView['kind'], name: row.worker_name, text: row.text, cards: row.cards as Card[], photos: row.photos, at: row.at.toISOString(), isHelpful: row.is_helpful,
})
