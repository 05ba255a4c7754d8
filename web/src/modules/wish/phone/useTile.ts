import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { WishCard } from '@/api'
import { daysBetween, today } from '@/ui/days'
import { useSay } from '@/ui/useSay'

/** Where it is and how long it has waited, in people's words. */
export function useTile(wish: () => WishCard | undefined) {
  const { t } = useI18n()
  const say = useSay()

  const place = computed(() => {
    const { kilometres } = wish() ?? {}
    // From one centre to another; the same community is simply here.
    if (!kilometres) return ''
    return t('wish.wall.distance', { km: say.number(Math.round(kilometres * 10) / 10) })
  })
  const cost = computed(() => {
    const { costFen } = wish() ?? {}
    return costFen ? t('wish.wall.cost', { money: say.money(costFen) }) : t('wish.free')
  })
  const waited = computed(() => {
    const days = daysBetween(wish()?.publishedOn ?? today(), today())
    return days <= 0 ? t('wish.wall.today') : t('wish.wall.waited', { n: days }, days)
  })
  return { place, cost, waited }
}
