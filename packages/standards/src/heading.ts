/** Heading of an event nobody gave one: the first sentence, at most 24 characters. */
export function headingOf(title: string | undefined, description: string): string {
  const first = description.split(/[。！？\n]/)[0]!.trim() || description.trim()
  return title?.trim() || (first.length > 24 ? `${first.slice(0, 23)}…` : first)
}

/** yyMMddHHmmss in Asia/Shanghai: the first twelve digits of an event's number; six of a sequence follow (domain §3.5). */
export const numberPrefix = (now: Date): string => new Date(now.getTime() + 8 * 3600 * 1000).toISOString().slice(2, 19).replace(/[-T:]/g, '')
