import type { IControl, Map as Sheet } from 'maplibre-gl'
import styles from './tianditu.module.css'

/** Addresses of tiles of 天地图, where the installation has a key. */
export interface Tianditu { vector: string[], vectorNames: string[], image: string[], imageNames: string[] }

const grounds = { own: '本街道底图', vector: '天地图', image: '卫星影像' } as const
type Ground = keyof typeof grounds
/** What of our own drawing would hide the pictures. */
const hidden = ['green', 'water', 'river', 'road-edge', 'road', 'road-name']

/** Chosen on one map it holds on the next; asked of 天地图 only when somebody chooses it. */
let chosen: Ground = 'own'

/** A choice of what lies under borders and buildings. Borders and names of our own stay. */
export class TiandituControl implements IControl {
  readonly #tianditu: Tianditu
  #box: HTMLElement | undefined
  constructor(tianditu: Tianditu) {
    this.#tianditu = tianditu
  }

  onAdd(map: Sheet): HTMLElement {
    const select = document.createElement('select')
    select.className = styles.choice!
    select.setAttribute('aria-label', '底图')
    for (const [value, words] of Object.entries(grounds)) select.append(new Option(words, value, value === chosen, value === chosen))
    // Its terms ask for its name beside its pictures.
    const source = document.createElement('span')
    source.className = styles.source!
    source.textContent = '© 天地图'
    const lay = () => {
      source.hidden = chosen === 'own'
      layUnder(map, this.#tianditu, chosen)
    }
    select.addEventListener('change', () => {
      chosen = select.value as Ground
      lay()
    })
    if (map.isStyleLoaded()) lay()
    else map.once('load', lay)
    this.#box = document.createElement('div')
    this.#box.className = 'maplibregl-ctrl maplibregl-ctrl-group'
    this.#box.append(select, source)
    return this.#box
  }

  onRemove(): void {
    this.#box?.remove()
  }
}

function layUnder(map: Sheet, tianditu: Tianditu, ground: Ground): void {
  for (const id of ['tianditu', 'tianditu-names']) {
    if (map.getLayer(id)) map.removeLayer(id)
    if (map.getSource(id)) map.removeSource(id)
  }
  for (const id of hidden) if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', ground === 'own' ? 'visible' : 'none')
  if (ground === 'own') return
  const [first] = hidden
  const under = map.getLayer(first!) ? first : undefined
  for (const [id, tiles] of [['tianditu', tianditu[ground]], ['tianditu-names', tianditu[`${ground}Names`]]] as const) {
    map.addSource(id, { type: 'raster', tiles, tileSize: 256, minzoom: 1, maxzoom: 18, attribution: '天地图' })
    map.addLayer({ id, type: 'raster', source: id }, under)
  }
}
