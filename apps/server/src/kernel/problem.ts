import { problems, type ProblemBody, type ProblemCode } from '@linli/contract'
import type * as z from 'zod'

/** The one error people are told about. Anything else thrown is a bug: 500, logged under the request's id. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: Record<string, unknown> | undefined
  constructor(code: ProblemCode, details?: Record<string, unknown>) {
    super(code)
    this.code = code
    this.details = details
  }
}

/**
 * A refusal that is itself a story to keep, like a wrong password: what was recorded and stored before it is committed, then it is answered.
 * Every other problem rolls everything back.
 */
export class RecordedProblem extends Problem {}

/** What was looked for, or the refusal that does not tell "not there" from "not yours". */
export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Problem('not-found')
  return value
}

/** RFC 9457 body. `detail` and `fields` in `details` become members of their own. */
export function problemBody(problem: Problem, request?: string): ProblemBody {
  const { status, title } = problems[problem.code]
  const { detail, fields, ...details } = problem.details ?? {}
  return {
    type: `urn:linli:problem:${problem.code}`, code: problem.code, status, title,
    ...(typeof detail === 'string' && { detail }),
    ...(Array.isArray(fields) && { fields }),
    ...(Object.keys(details).length > 0 && { details }),
    ...(request !== undefined && { request }),
  }
}

/** What is wrong with a field where the contract has no words of its own for it. */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? '请填写' : '格式不正确'
    case 'invalid_value': return '请从给出的选项中选择'
    case 'too_small': return issue.origin === 'number' ? `不能小于 ${issue.minimum}` : '请填写'
    case 'too_big': return issue.origin === 'number' ? `不能大于 ${issue.maximum}` : `最多 ${issue.maximum} ${issue.origin === 'string' ? '个字' : '项'}`
    default: return '格式不正确'
  }
}

/** A malformed input, each field with what to mend. */
export function invalid(error: z.ZodError): Problem {
  const fields = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  return new Problem('input.invalid', { fields, detail: fields[0]?.message })
}

/** The database's own refusals in the words of problems; whatever else is handed back as it came. */
export function fromDatabase(error: unknown): unknown {
  const { code, constraint } = (error ?? {}) as { code?: string, constraint?: string }
  if (code === '23505') return new Problem('conflict.exists', { rule: constraint })
  if (code === '23503') return new Problem('conflict.in-use', { rule: constraint })
  if (code === '23514' || code === '23502' || code === '22001' || code === '22003') return new Problem('conflict.rule', { rule: constraint })
  // Not a value of its type, a day there never was, a character no text can hold: what was written, and not what we made of it.
  if (code === '22P02' || code === '22007' || code === '22008' || code === '22021' || code === '22P05') return new Problem('input.invalid', { detail: '内容里有不能保存的字符或日期' })
  // Row-level security refused the row: to the caller it is not there.
  if (code === '42501') return new Problem('not-found')
  if (code === '57014' || code === '53300' || code === '40001' || code === '40P01' || isLost(error)) return new Problem('server.busy')
  return error
}

/** No database to be had, or no longer: what PostgreSQL says before it hangs up, what the system says of the line, and what node-postgres says without a code. */
function isLost(error: unknown): boolean {
  const { code, severity, syscall, message } = (error ?? {}) as { code?: string, severity?: string, syscall?: string, message?: string }
  if (code !== undefined) return severity === 'FATAL' || syscall === 'connect' || code === 'ECONNRESET' || code === 'EPIPE'
  return /^(Connection terminated|Client (was closed|has encountered a connection error) and is not queryable|timeout exceeded when trying to connect)/.test(message ?? '')
}
