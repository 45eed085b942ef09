/** 天地图 as browsers ask it: WMTS 1.0.0 in web Mercator (`_w`), on the ground of CGCS2000, so that nothing is shifted. `{s}` in the endpoint stands for its servers t0 to t7. */
export interface Tianditu { endpoint: string, key: string }

/** Streets and their names; pictures from above and their names. */
const layers = { vector: 'vec', vectorNames: 'cva', image: 'img', imageNames: 'cia' } as const
export type TiandituLayer = keyof typeof layers

/** The servers that are asked: what a page that shows the tiles has to be let through to. */
export const hostsOf = ({ endpoint }: Tianditu): string[] => (endpoint.includes('{s}') ? Array.from({ length: 8 }, (_, server) => endpoint.replace('{s}', String(server))) : [endpoint])

/** Addresses of tiles for every layer, one for each server, with `{z}`, `{x}` and `{y}` to be filled in (lbs.tianditu.gov.cn/server/MapService.html). */
export function tiandituTiles(tianditu: Tianditu): Record<TiandituLayer, string[]> {
  const of = (layer: string) => hostsOf(tianditu).map((host) =>
    `${host}/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(tianditu.key)}`)
  return { vector: of(layers.vector), vectorNames: of(layers.vectorNames), image: of(layers.image), imageNames: of(layers.imageNames) }
}
