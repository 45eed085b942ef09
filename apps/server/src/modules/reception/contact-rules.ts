/** A unit as everybody may know it. */
export interface Contact { name: string, kind: string, area: string, phone: string | null }

const bare = (name: string): string => name.replace(/(?:社区|村|居委会|村委会)$/, '')

/** The community that is named in these words; nothing where none is, or more than one. */
export function placeIn<T extends { name: string }>(text: string, places: readonly T[]): T | undefined {
  const said = text.replace(/\s/g, '')
  const named = places.filter(({ name }) => said.includes(name) || (bare(name).length >= 2 && said.includes(bare(name))))
  const longest = named.toSorted((a, b) => b.name.length - a.name.length)[0]
  return longest && named.every(({ name }) => longest.name.includes(bare(name))) ? longest : undefined
}

/** Units whose name is said in full, or without what all of them are called; the longest first. */
export function unitsIn(text: string, units: readonly Contact[]): Contact[] {
  const said = text.replace(/\s/g, '')
  return units.filter(({ name, kind }) => said.includes(name) || (kind === 'community' && bare(name).length >= 2 && said.includes(bare(name)))).toSorted((a, b) => b.name.length - a.name.length)
}
