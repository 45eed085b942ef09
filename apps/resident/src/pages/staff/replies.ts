import type { ReplyStep } from '@linli/contract/words/reply.ts'
import { isReplyStep } from '@linli/contract/words/reply.ts'
import { staffCall } from '../../kernel/staff.ts'
import { fieldSteps } from './field-steps.ts'
import type { FieldStep } from './field-steps.ts'
import { leavesOf } from './matter-rules.ts'
import { recall, remember } from './seen.ts'

const steps = (['reportHandled', ...(Object.keys(fieldSteps) as FieldStep[])] as const).filter((step): step is Extract<FieldStep | 'reportHandled', ReplyStep> => isReplyStep(step))

/** The most the server gives at once: of more than these nobody in the field makes use. */
export const askReplies = async () => (await staffCall('reply', 'offer', { steps, limit: 200 })).rows

export const askLeaves = async () => leavesOf((await staffCall('matter', 'tree', {})).rows)

/** The directory changes seldom; who is out for a day has this morning's. */
const freshMs = 4 * 3600 * 1000

/** Matters and usual words for where there is no network, fetched quietly. */
export async function fetchDirectory() {
  for (const [name, ask] of [['matters', askLeaves], ['replies', askReplies]] as const) {
    const known = await recall(name)
    if (!known || Date.now() - known.at > freshMs) await remember(name, await ask())
  }
}

/** Counted where there is a network; nothing is lost where there is none. */
export const countUse = (id: string) => { staffCall('reply', 'use', { id }).catch(() => {}) }
