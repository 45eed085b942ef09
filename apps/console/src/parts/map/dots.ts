import { Marker } from 'maplibre-gl'
import type { Map as Sheet } from 'maplibre-gl'
import styles from './dots.module.css'
import type { Box, LngLat } from './shape.ts'

export type Tone = 'red' | 'yellow' | 'green' | 'plain'

/** One mark on the map that can be pressed. Its sign and words say what its colour says. */
export interface Dot extends LngLat { key: string, text: string, words: string, tone: Tone, act: () => void }

/** What a map can be told to do. */
export interface MapHand { goTo: (point: LngLat) => void, zoom: () => number }

const signs: Record<Tone, string> = { red: '!', yellow: '…', green: '', plain: '' }

/** Real buttons over the canvas: a keyboard reaches them and a screen reader says them. Returns what takes them away. */
export function putDots(map: Sheet, dots: readonly Dot[]): () => void {
  const markers = dots.map((dot) => new Marker({ element: button(dot) }).setLngLat(dot).addTo(map))
  return () => {
    for (const marker of markers) marker.remove()
  }
}

function button({ text, words, tone, act }: Dot): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = [styles.dot, styles[tone], text ? styles.many : styles.one].join(' ')
  element.textContent = [signs[tone], text].filter(Boolean).join(' ')
  element.title = words
  element.setAttribute('aria-label', words)
  element.addEventListener('click', (event) => {
    event.stopPropagation()
    act()
  })
  return element
}

/** What the map shows, within what may be asked for. */
export const boxOn = (map: Sheet): Box => {
  const bounds = map.getBounds()
  return [[bounds.getWest(), bounds.getSouth()], [bounds.getEast(), bounds.getNorth()]]
}
