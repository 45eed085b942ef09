import * as z from 'zod'
import { AreaPath, Day, Id, Point, Text, choice, page, pageOf, reads, writes } from './kit.ts'
import { areaClass, areaKind, unitKind } from './words/index.ts'

/** `class` is the area's own; `heldClass` what holds there: its own or that of the nearest area above. */
export const AreaView = z.object({ path: AreaPath, name: z.string(), kind: choice(areaKind), centre: Point.nullable(), class: choice(areaClass).nullable(), heldClass: choice(areaClass).nullable(), from: Day, until: Day.nullable(), hasChildren: z.boolean() })

/** `seat`: where it sits, for maps. */
export const UnitView = z.object({ id: Id, name: z.string(), kind: choice(unitKind), area: AreaPath, areaName: z.string(), parent: Id.nullable(), phone: z.string().nullable(), seat: Point.nullable(), isActive: z.boolean() })

/** GeoJSON geometry; rings in CGCS2000 degrees. */
const Ring = z.array(z.tuple([z.number(), z.number()]))
export const Shape = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
])

const AreaInput = { name: Text(40), centre: Point.nullable() }
const UnitInput = { name: Text(40), kind: choice(unitKind), area: AreaPath, parent: Id.nullable(), phone: z.string().max(30).nullable(), seat: Point.nullable().default(null) }

export const organisation = {
  areas: reads({ title: '下级辖区', may: 'signed-in', input: z.object({ parent: AreaPath.default('/') }), output: z.object({ rows: z.array(AreaView) }) }),
  findAreas: reads({ title: '按名称查找辖区', may: 'signed-in', input: z.object({ text: Text(40), kinds: z.array(choice(areaKind)).max(20).optional() }), output: z.object({ rows: z.array(z.object({ path: AreaPath, name: z.string(), fullName: z.string(), kind: choice(areaKind), centre: Point.nullable() })) }) }),
  shapes: reads({ title: '辖区边界与楼幢轮廓', may: 'signed-in', input: z.object({ area: AreaPath, kind: choice(areaKind) }), output: z.object({ rows: z.array(z.object({ path: AreaPath, name: z.string(), shape: Shape, height: z.number().nullable() })) }) }),
  locate: reads({ title: '位置属于哪个辖区', may: 'signed-in', input: Point, output: z.object({ area: AreaPath, fullName: z.string() }) }),
  createArea: writes({ title: '新增辖区', may: 'organisation.manage', input: z.object({ parent: AreaPath, code: z.string().regex(/^(b\d{4}|\d{2,3})$/, '编码为 2–3 位数字，楼幢为 b 加 4 位数字'), ...AreaInput }), output: AreaView }),
  changeArea: writes({ title: '修改辖区', may: 'organisation.manage', input: z.object({ path: AreaPath, ...AreaInput, until: Day.nullable(), class: choice(areaClass).nullable().optional() }), output: AreaView }),
  units: reads({ title: '单位列表', may: 'signed-in', input: page({ text: z.string().max(30).optional(), kind: choice(unitKind).optional(), isActive: z.boolean().optional() }), output: pageOf(UnitView) }),
  createUnit: writes({ title: '新增单位', may: 'organisation.manage', input: z.object(UnitInput), output: UnitView }),
  changeUnit: writes({ title: '修改单位', may: 'organisation.manage', input: z.object({ id: Id, ...UnitInput, isActive: z.boolean() }), output: UnitView }),
  /** The plan of the town that maps draw under everything: roads, water, greens. A line with a width is drawn that many metres wide, one without is the closed outline of a surface. `around` keeps to the sub-district that holds the point; residents, who belong to none, are shown that one or the first. `area` is what is drawn. */
  plan: reads({ title: '底图', may: 'signed-in', input: z.object({ around: Point.optional() }), output: z.object({ area: AreaPath, centre: Point, features: z.array(z.object({ kind: z.enum(['road', 'water', 'green']), name: z.string().nullable(), width: z.number().nullable(), line: z.array(z.tuple([z.number(), z.number()])) })) }) }),
}
