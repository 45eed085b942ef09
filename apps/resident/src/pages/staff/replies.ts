import type { ReplyStep } from '@linli/contract/words/reply.ts'
import { isReplyStep } from '@linli/contract/words/reply.ts'
import { staffCall } from '../../kernel/staff.ts'
import { fieldSteps } from './field-steps.ts'
import type { FieldStep } from './field-steps.ts'

const steps = (['reportHandled', ...(Object.keys(fieldSteps) as FieldStep[])] as const).filter((step): step is Extract<FieldStep | 'reportHandled', ReplyStep> => isReplyStep(step))

/** The most the server gives at once: of more than these nobody in the field makes use. */
export const askReplies = async () => (await staffCall('reply', 'offer', { steps, limit: 200 })).rows

/** Counted where there is a network; nothing is lost where there is none. */
export const countUse = (id: string) => { staffCall('reply', 'use', { id }).catch(() => {}) }
