import { ref } from 'vue'

export const toastText = ref('')
let timer: ReturnType<typeof setTimeout> | undefined

/** One sentence that something is done; it goes by itself. */
export function toast(text: string): void {
  clearTimeout(timer)
  toastText.value = text
  timer = setTimeout(() => (toastText.value = ''), 4000)
}
