/** What is used of it; the package brings no types. */
declare module 'shpjs' {
  export function parseShp(shp: DataView): (object | null)[]
  export function parseDbf(dbf: DataView, encoding?: string): Record<string, unknown>[]
}
