/** 2026-03-01 → 2026年3月 */
export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`

/** What may be frozen today: this month and, until the tenth, the last one; as the server decides. */
export function monthsFor(today: string): string[] {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const first = (at: number) => `${year + Math.floor((at - 1) / 12)}-${String((at + 11) % 12 + 1).padStart(2, '0')}-01`
  return day <= 10 ? [first(month), first(month - 1)] : [first(month)]
}
