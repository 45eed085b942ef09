import fc from 'fast-check'

/** An area that is none. */
export const nowhere = '/33/99/01/999/'

/** Texts that broke programs before: what no column can hold, what other languages run, what looks like something else. */
export const texts = [
  '', ' ', '\u0000', '路灯\u0000', '\ud83d', '\udc00路灯', '%', '_', '\\', '路', '%%%', "'; drop table event; --", "' or 1=1 --", '$1', '${jndi:ldap://x}', '{{7*7}}', '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>', '../../keys.json', '/etc/passwd', '/', '/33/', '/33/99/01/', nowhere, '/33/99/01/101/001/001/b0001/x', '＝1+1', '=cmd|calc', '\u202e反转', '零\u200b宽', 'é', 'İ', '𠮷𠮷𠮷',
  '👨‍👩‍👧‍👦', '\r\nx: y', 'null', 'NaN', '0', '-1', '__proto__', 'constructor', '长'.repeat(1001), 'x'.repeat(100_000), '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF',
  '0000-01-01', '2026-02-30', '9999-12-31', '0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59-23:59', '-infinity', 'now', '13900001234', '123456', '330106199001011234',
]
const numbers = [0, -1, -0, 0.5, 1e-7, 101, 2 ** 31, 2 ** 53, 1e308, -1e308]
const shapes = [null, true, [], {}, [[]], [null], { id: { $ne: 1 } }, { length: 1e9 }, ['x'.repeat(50_000)], Array.from({ length: 70_000 }, () => 'closed'), JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`), JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`)]

export const odd: fc.Arbitrary<unknown> = fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>(...texts) }, fc.constantFrom<unknown>(...numbers), fc.constantFrom<unknown>(...shapes))
