import { onBeforeUnmount, onMounted } from 'vue'
import { keys } from './preferences'

const TYPING = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]'

/** What single keys do, while nothing is being typed. */
export function useKeys(does: Record<string, () => void>): void {
  function press(event: KeyboardEvent): void {
    if (!keys.value || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof Element && event.target.closest(TYPING)) return
    const act = does[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  onMounted(() => addEventListener('keydown', press))
  onBeforeUnmount(() => removeEventListener('keydown', press))
}
