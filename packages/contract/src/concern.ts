import * as z from 'zod'
import { EventRow } from './event.ts'
import { AreaPath, Id, choice, page, pageOf, reads } from './kit.ts'
import { concernWay } from './words/index.ts'

const of = { person: Id.optional(), household: Id.optional(), housing: Id.optional(), enterprise: Id.optional(), building: AreaPath.optional() }

export const concern = {
  /** The newest first. Whoever reported in confidence is told here to nobody who is not told on the event's own page. */
  events: reads({
    title: '与档案有关的事件', may: 'base.view', sensitive: true,
    input: page(of).refine(({ person, household, housing, enterprise, building }) => [person, household, housing, enterprise, building].filter((one) => one !== undefined).length === 1, '请选择一份档案'),
    output: pageOf(EventRow.extend({ ways: z.array(choice(concernWay)) })),
  }),
}
