/** Whose words these may be: a sub-district's or one of its communities', where the person keeps them. */
export function isKeeper(area: string, { office, mayAt }: { office: string, mayAt: (area: string) => boolean }): boolean {
  return area.startsWith(office) && depthOf(area) <= depthOf(office) + 1 && mayAt(area)
}

/** How many codes a path has. */
const depthOf = (path: string): number => path.split('/').length - 2

/** What was written by whom, in the order it was typed and each once. */
export const once = <T>(all: readonly T[]): T[] => [...new Set(all)]
