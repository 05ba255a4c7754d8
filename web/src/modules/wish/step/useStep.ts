import type { Wish } from '@/api'
import { useForm } from '@/ui/useForm'
import { useWishChanged } from '../useWish'

interface StepOptions<V extends object> {
  wish: () => Wish
  name: string
  initial: V
  check?: (values: V) => Partial<Record<string, string>>
  send: (wish: Wish, values: V, key: string) => Promise<Wish | undefined>
  done: (wish?: Wish) => void
}

/** A step's form: drafts by wish, and the newest version when somebody else was quicker. */
export function useStep<V extends object>(options: StepOptions<V>) {
  const { orRefresh } = useWishChanged()
  return useForm<V, Wish | undefined>({
    initial: options.initial,
    draft: `${options.name}.${options.wish().id}`,
    check: options.check,
    send: (values, key) =>
      orRefresh(options.wish().id, () => options.send(options.wish(), values, key)),
    done: options.done,
  })
}
