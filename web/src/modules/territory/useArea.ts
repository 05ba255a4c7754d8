import { useI18n } from 'vue-i18n'
import { useSay } from '@/ui/useSay'

/** An area as people say it: in square metres, from a hundred thousand on in square kilometres. */
export function useArea() {
  const { t } = useI18n()
  const say = useSay()
  return (squareMetres: number | undefined) => {
    if (squareMetres === undefined) return '—'
    return squareMetres < 100_000
      ? t('territory.squareMetres', { n: say.number(squareMetres) })
      : t('territory.squareKilometres', { n: say.number(squareMetres / 1_000_000) })
  }
}
