import type { Output } from '@linli/contract'

export type Request = Output<'rights', 'get'>
