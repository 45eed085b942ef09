import { createCall } from '@linli/client'
import { transport } from './transport.ts'

export const call = createCall(transport)
