import * as z from 'zod'
import { Since } from './base.ts'
import { AreaPath, Day, Id, choice, reads, writes } from './kit.ts'
import { relationKind } from './words/index.ts'

/** What stands at each end; a name is null where the record is not for the person asking to see. */
const End = z.object({ id: z.string(), name: z.string().nullable() }).nullable()

/** `role` says more: of a relative what they are to the person (GB/T 4761). */
export const RelationView = z.object({
  id: Id, kind: choice(relationKind), person: End, relative: End, enterprise: End, housing: End, building: End, role: z.string().nullable(), since: Day.nullable(), until: Day.nullable(), mayEdit: z.boolean(),
})

const Ends = { person: Id.optional(), relative: Id.optional(), enterprise: Id.optional(), housing: Id.optional(), building: AreaPath.optional() }

export const relation = {
  /** Of one record: a person, an enterprise, a housing unit or a building; those that hold first. */
  list: reads({
    title: '关系', may: 'base.view', sensitive: true, input: z.object({ person: Id.optional(), enterprise: Id.optional(), housing: Id.optional(), building: AreaPath.optional() }).refine((of) => Object.values(of).filter((one) => one !== undefined).length === 1, '请选择一条记录'),
    output: z.object({ rows: z.array(RelationView) }),
  }),
  enter: writes({ title: '登记关系', may: 'base.edit', input: z.object({ kind: choice(relationKind), ...Ends, role: z.string().max(10).nullable().default(null), since: Since }), output: RelationView }),
  end: writes({ title: '结束关系', may: 'base.edit', input: z.object({ id: Id, on: Day }), output: RelationView }),
}
