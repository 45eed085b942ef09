/** May others be merged into it? It must live and stand for itself. */
export const mayTakeIn = ({ status, merged_into: mergedInto, part_of: partOf }: { status: string, merged_into: string | null, part_of: string | null }): boolean =>
  mergedInto === null && partOf === null && !['draft', 'closed', 'cancelled', 'merged', 'selfHandled'].includes(status)

/** A whole goes on when none of its parts is still to be done. */
export const isDone = (parts: readonly { status: string }[]): boolean => parts.length > 0 && parts.every(({ status }) => status === 'closed' || status === 'cancelled')

/** What the whole answers: what its parts answered, each once. */
export const replyOf = (parts: readonly { public_reply: string | null }[]): string =>
  [...new Set(parts.flatMap(({ public_reply: reply }) => (reply ? [reply] : [])))].join('\n').slice(0, 2000)
