import type { Outline } from '@/api'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import './territory.css'
import type { Ground } from '@/api'

/** Leaflet has latitude first, GeoJSON longitude. */
export const latLngs = (outline: Outline) =>
  outline.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => L.latLng(y!, x!))),
  )

const NAMES_FROM = 13

function name(text: string, longitude: number, latitude: number, kind: string): L.Marker {
  const words = document.createElement('span')
  words.textContent = text
  return L.marker([latitude, longitude], {
    icon: L.divIcon({ className: `map-name ${kind}`, html: words, iconSize: [0, 0] }),
    interactive: false,
    keyboard: false,
  })
}

/** Of names that would lie on each other, the first stays. */
function thin(layer: L.LayerGroup): void {
  const taken: DOMRect[] = []
  layer.eachLayer((each) => {
    const words = (each as L.Marker).getElement()?.firstElementChild as HTMLElement | undefined
    if (!words) return
    const box = words.getBoundingClientRect()
    const free = taken.every(
      (other) =>
        box.right < other.left ||
        box.left > other.right ||
        box.bottom < other.top ||
        box.top > other.bottom,
    )
    words.style.visibility = free ? '' : 'hidden'
    if (free) taken.push(box)
  })
}

/** Streets where they are, communities as one comes nearer. */
function names(map: L.Map, ground: Ground): void {
  const streets = new Map<string, { name: string; x: number; y: number; n: number }>()
  const near = L.layerGroup()
  for (const each of ground.communities) {
    const street = streets.get(each.street) ?? { name: each.streetName, x: 0, y: 0, n: 0 }
    street.x += each.longitude
    street.y += each.latitude
    street.n += 1
    streets.set(each.street, street)
    near.addLayer(name(each.name, each.longitude, each.latitude, 'near'))
  }
  const far = L.layerGroup(
    // The larger a street, the more its name is looked for.
    [...streets.values()]
      .sort((a, b) => b.n - a.n)
      .map(({ name: text, x, y, n }) => name(text, x / n, y / n, 'far')),
  )
  const fit = () => {
    const [shown, hidden] = map.getZoom() >= NAMES_FROM ? [near, far] : [far, near]
    map.removeLayer(hidden).addLayer(shown)
    thin(shown)
  }
  map.on('zoomend resize', fit)
  fit()
}

function tiles(map: L.Map, ground: Ground): void {
  if (!ground.tiles) return
  const { hosts, key } = ground.tiles
  for (const layer of ['vec', 'cva'])
    L.tileLayer(
      `{host}/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
        '&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}' +
        `&tk=${encodeURIComponent(key)}`,
      {
        maxZoom: 18,
        host: ({ x, y }: { x: number; y: number }) => hosts[(x + y) % hosts.length]!,
      } as unknown as L.TileLayerOptions,
    ).addTo(map)
}

/** A map of the district in an element: boundary, names, and tiles where they are set up. */
export function makeMap(
  element: HTMLElement,
  ground: Ground,
  words: { in: string; out: string },
): L.Map {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    maxZoom: 18,
    zoomSnap: 0.5,
    renderer: L.svg({ padding: 0.4 }),
  })
  L.control.zoom({ zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map)
  const outlines = ground.boundary ? [ground.boundary] : ground.communities.map((c) => c.cell)
  const whole = L.featureGroup(
    outlines.map((outline) =>
      L.polygon(latLngs(outline), { className: 'map-boundary', interactive: false }),
    ),
  )
  const bounds = whole.getBounds()
  map.fitBounds(
    bounds.isValid()
      ? bounds
      : [
          [22.7, 107.7],
          [23.2, 108.4],
        ],
  )
  map.setMaxBounds(map.getBounds().pad(0.6))
  tiles(map, ground)
  if (ground.boundary) whole.addTo(map)
  names(map, ground)
  const grown = new ResizeObserver(() => map.invalidateSize({ animate: false }))
  grown.observe(element)
  map.on('unload', () => grown.disconnect())
  return map
}
