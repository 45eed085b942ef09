import * as z from 'zod'
import { AreaPath, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { Shape } from './organisation.ts'
import { areaKind } from './words/index.ts'

const Count = z.number().int().min(0)
/** What is in a place: housing units, households, people who live there, events that are not over. */
const Inside = { buildings: Count, units: Count, households: Count, people: Count, events: Count }

/**
 * How the grids of a community, or the micro-grids of a grid, are to be: `areas` those that are drawn otherwise or are new (path null), `ended` those that become part of a neighbour.
 * What is not named stays as it is.
 */
const Change = {
  parent: AreaPath,
  areas: z.array(z.object({ path: AreaPath.nullable(), name: Text(40), shape: Shape })).max(200),
  ended: z.array(z.object({ path: AreaPath, into: AreaPath })).max(100).default([]),
  /** Also what stands astray and no border of which changes. */
  isWhole: z.boolean().default(false),
}

const Told = z.object({ code: z.string(), message: z.string(), mend: z.string(), isWarning: z.boolean(), at: z.tuple([z.number(), z.number()]).nullable() })

export const ZoningPreview = z.object({
  /** Of what was looked at; saving says it again, and is refused where something changed since. */
  mark: z.string(), faults: z.array(Told),
  areas: z.array(z.object({ path: AreaPath.nullable(), name: z.string(), state: z.enum(['same', 'redrawn', 'fresh', 'ended']), before: z.object(Inside).nullable(), after: z.object(Inside).nullable() })),
  moves: z.array(z.object({ path: AreaPath, name: z.string(), from: z.string(), to: z.string(), ...Inside })),
  /** Open events and things at a point of a grid, in no building. */
  points: z.array(z.object({ kind: z.enum(['event', 'thing']), from: z.string(), to: z.string(), count: Count })),
  workers: z.array(z.object({ name: z.string(), role: z.string(), areaName: z.string(), words: z.string() })),
})

export const ZoningView = z.object({
  id: Id, area: AreaPath, areaName: z.string(), note: z.string(), by: z.string(), at: When, undoneAt: When.nullable(), undoneBy: z.string().nullable(), mayUndo: z.boolean(),
  /** In words: what was drawn, and how much of what went where. */
  drawn: z.array(z.string()), moved: z.array(z.object({ name: z.string(), from: z.string(), to: z.string(), path: AreaPath })), counts: z.object(Inside),
})

export const zoning = {
  /** What a community's grids, or a grid's micro-grids, are drawn like, and what is in them. */
  borders: reads({
    title: '网格边界', may: 'organisation.manage', input: z.object({ parent: AreaPath }),
    output: z.object({
      parent: z.object({ path: AreaPath, name: z.string(), kind: choice(areaKind), shape: Shape.nullable() }),
      areas: z.array(z.object({ path: AreaPath, name: z.string(), shape: Shape.nullable(), ...Inside })),
      buildings: z.array(z.object({ path: AreaPath, name: z.string(), shape: Shape.nullable() })),
      /** Buildings that stand in another grid than the one they are kept in. */
      astray: z.array(z.object({ path: AreaPath, name: z.string(), from: z.string(), to: z.string().nullable() })),
    }),
  }),
  preview: reads({ title: '网格调整预览', may: 'organisation.manage', input: z.object(Change), output: ZoningPreview }),
  save: writes({ title: '保存网格调整', may: 'organisation.manage', input: z.object({ ...Change, note: Text(200), mark: z.string().max(64) }), output: ZoningView }),
  changes: reads({ title: '网格调整记录', may: 'organisation.manage', input: page({ area: AreaPath.optional() }), output: pageOf(ZoningView) }),
  undo: writes({ title: '撤销网格调整', may: 'organisation.manage', input: z.object({ id: Id }), output: ZoningView }),
  /** How borders were drawn before. */
  past: reads({ title: '辖区的历史边界', may: 'organisation.manage', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(z.object({ until: When, shape: Shape })) }) }),
}
