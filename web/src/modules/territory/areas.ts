import L from 'leaflet'
import type { Outline } from '@/api'
import { latLngs } from './ground'

/** Something to be drawn on the map. */
export interface Area {
  id: string
  /** What it is called when it is pointed at or has the focus. */
  name: string
  outline: Outline
  /** Class of its look. */
  look: string
  /** Whether it can be chosen. */
  open?: boolean
}

/**
 * Draws areas so that the keyboard reaches them: one of them takes the tab key, arrows go on to the
 * others, Enter chooses.
 */
export function drawAreas(
  map: L.Map,
  group: L.FeatureGroup,
  areas: Area[],
  choose: (id: string, at: L.LatLng) => void,
): Map<string, SVGElement> {
  group.clearLayers()
  const elements = new Map<string, SVGElement>()
  const reached: SVGElement[] = []
  for (const area of areas) {
    const polygon = L.polygon(latLngs(area.outline), {
      className: `area ${area.look}`,
      interactive: area.open === true,
      bubblingMouseEvents: false,
    })
    group.addLayer(polygon)
    const element = polygon.getElement() as SVGElement | undefined
    if (!element || !area.open) continue
    elements.set(area.id, element)
    const at = reached.push(element) - 1
    element.setAttribute('role', 'button')
    element.setAttribute('aria-label', area.name)
    element.setAttribute('tabindex', at === 0 ? '0' : '-1')
    const words = document.createElement('span')
    words.textContent = area.name
    polygon.bindTooltip(words, { sticky: true, className: 'map-tip' })
    polygon.on('click', (event: L.LeafletMouseEvent) => choose(area.id, event.latlng))
    element.addEventListener('focus', () => polygon.openTooltip(polygon.getCenter()))
    element.addEventListener('blur', () => polygon.closeTooltip())
    element.addEventListener('keydown', (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      if (event.key === 'Enter' || event.key === ' ') choose(area.id, polygon.getCenter())
      else if (by) focus(reached, (at + by + reached.length) % reached.length)
      else return
      event.preventDefault()
      event.stopPropagation()
    })
  }
  return elements
}

function focus(elements: SVGElement[], at: number): void {
  for (const each of elements) each.setAttribute('tabindex', '-1')
  elements[at]?.setAttribute('tabindex', '0')
  elements[at]?.focus()
}
