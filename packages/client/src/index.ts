import type { Asked, EndpointName, ModuleName, Output, ProblemBody } from '@linli/contract'

/** Carries one request: `fetch` in a browser, `wx.request` in a mini-program, an in-memory call in a test. */
export type Transport = (path: string, body: unknown, options: CallOptions) => Promise<{ status: number, body: unknown }>

/** `key`: 8–64 letters, digits, - or _, sent as the header `idempotency-key`; a write repeated with the same key is done once and answered the same. */
export interface CallOptions { key?: string }

/** A refusal, as the server worded it. `code` is stable, `message` is for people. */
export class Refusal extends Error {
  readonly problem: ProblemBody
  constructor(problem: ProblemBody) {
    super(problem.detail ?? problem.title)
    this.problem = problem
  }
  get code() {
    return this.problem.code
  }
}

export type Call = <M extends ModuleName, E extends EndpointName<M>>(module: M, endpoint: E, input: Asked<M, E>, options?: CallOptions) => Promise<Output<M, E>>

const unreachable: ProblemBody = { type: 'about:blank', code: 'server.busy', status: 0, title: '网络不通，请检查网络后再试' }

/** A typed caller of every endpoint. Throws `Refusal` for a problem answer and where nothing answers at all. */
export const createCall = (transport: Transport): Call => async (module, endpoint, input, options = {}) => {
  const answer = await transport(`/api/${module}/${endpoint}`, input, options).catch(() => ({ status: 0, body: unreachable }))
  // An answer whose body was cut off on its way is none.
  if (answer.status >= 200 && answer.status < 300) {
    if (answer.body === null || answer.body === undefined) throw new Refusal(unreachable)
    return answer.body as never
  }
  throw new Refusal(isProblem(answer.body) ? answer.body : { ...unreachable, status: answer.status })
}

const isProblem = (body: unknown): body is ProblemBody => typeof body === 'object' && body !== null && 'code' in body && 'title' in body
