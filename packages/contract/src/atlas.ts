import * as z from 'zod'
import { AreaPath, Point, choice, reads } from './kit.ts'
import { areaKind } from './words/index.ts'

/** Tiles are cut to this zoom level; nearer the same are drawn larger. Buildings are in them from `buildingZoom` on. */
export const atlasZoom = { most: 16, building: 12 } as const

export const atlas = {
  /**
   * What a map of a place begins with: where it lies (west, south, east, north in CGCS2000 degrees, null where nothing is drawn), and where its vector tiles are.
   * `tiles` changes with what is drawn, so that a tile may be kept for ever. Layers: plan (kind, name, width in metres), area (path, name, kind), building (path, name, height in metres, floors), label (the names of areas at their centre: path, name, kind).
   */
  base: reads({
    title: '地图底图', may: 'signed-in', input: z.object({ area: AreaPath.optional() }),
    output: z.object({ area: AreaPath, name: z.string(), kind: choice(areaKind).nullable(), centre: Point.nullable(), box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(), tiles: z.string(),
      /** Pictures of 天地图 to draw under everything, where the installation has a key: streets and their names, pictures from above and their names; each in 256 pixels, levels 1 to 18. */
      tianditu: z.object({ vector: z.array(z.string()), vectorNames: z.array(z.string()), image: z.array(z.string()), imageNames: z.array(z.string()) }).nullable() }),
  }),
}
