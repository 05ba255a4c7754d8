import { init, type EChartsType } from 'echarts/core'
import { onBeforeUnmount, onMounted, watch, type ShallowRef, type WatchSource } from 'vue'
import { shownTheme } from '@/shell/preferences'

/** What a chart is drawn with: the colours of the theme, and the text beside its axes. */
export interface Ink {
  colour: (token: string) => string
  text: object
}

function ink(): Ink {
  const style = getComputedStyle(document.documentElement)
  const colour = (token: string) => style.getPropertyValue(`--${token}`).trim()
  return { colour, text: { color: colour('ink-2'), fontSize: 12 } }
}

/** A chart in its box, as wide as that is, drawn again when its data or the theme change. */
export function useChart(
  box: Readonly<ShallowRef<HTMLElement | null>>,
  data: WatchSource,
  option: (ink: Ink) => object,
): void {
  let chart: EChartsType | undefined
  const draw = () => chart?.setOption({ animation: false, ...option(ink()) })
  const size = () => chart?.resize()
  onMounted(() => {
    chart = init(box.value!)
    draw()
    addEventListener('resize', size)
  })
  onBeforeUnmount(() => {
    removeEventListener('resize', size)
    chart?.dispose()
  })
  watch([data, shownTheme], draw, { flush: 'post' })
}
