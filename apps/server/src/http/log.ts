import pino, { type Logger } from 'pino'

/** Numbers long enough to be a phone or an identity number never reach a log. */
const withoutNumbers = (text: string) => text.replace(/\d{7,}/g, '…')

/** Structured logs without personal data: no addresses, names, bodies, cookies or tokens; error details of the database left out. */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.phone', '*.password', '*.cookie', '*.authorization', '*.token', 'req', 'res'], remove: true },
    serializers: {
      err: (error: Error & { code?: string, constraint?: string }) => ({
        type: error.name, message: withoutNumbers(error.message), code: error.code, constraint: error.constraint, stack: withoutNumbers(error.stack ?? ''),
      }),
    },
  })
}
