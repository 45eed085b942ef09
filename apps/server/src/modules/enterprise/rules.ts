import type { Values } from '@linli/contract'

/** What the first characters of a credit code say of who it is (GB 32100-2015): 1 机构编制, 5 民政, 92 市场监管 for sole traders, 91 and 93 for enterprises and cooperatives. */
const sorts: readonly [beginning: string, sort: string][] = [['91', '01'], ['93', '01'], ['92', '02'], ['5', '03'], ['1', '04']]

/** Nobody types what the credit code says; where somebody said otherwise — a school is 事业单位 too — that stands. */
export function filledIn(values: Values, before: Values = {}): Values {
  const [, sort] = sorts.find(([beginning]) => String(values.creditCode ?? '').startsWith(beginning)) ?? []
  return sort === undefined || (values.sort ?? before.sort ?? null) !== null ? values : { ...values, sort }
}

/** Every phone by which one may be found, the best to call first. */
export const phonesOf = (values: Values): string[] => ['phone', 'managerPhone', 'legalPersonPhone', 'safetyOfficerPhone'].flatMap((name) => (values[name] ?? null) === null ? [] : String(values[name]))
