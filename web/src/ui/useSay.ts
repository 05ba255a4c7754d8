import { useI18n } from 'vue-i18n'
import { daysBetween, sayDay, sayNumber, sayTime, sayWeekday, toDay, today } from './days'

/** Dates, numbers and money in the person's language. */
export function useSay() {
  const { t, locale } = useI18n()

  function due(day: string): string {
    const left = daysBetween(today(), day)
    if (left < 0) return t('ui.due.late', { n: -left }, -left)
    if (left === 0) return t('ui.due.today')
    if (left === 1) return t('ui.due.tomorrow')
    return left < 7 ? sayWeekday(day, locale.value) : sayDay(day, locale.value)
  }

  function moment(instant: string): string {
    const day = toDay(instant) === today() ? t('ui.due.today') : sayDay(instant, locale.value)
    return `${day} ${sayTime(instant, locale.value)}`
  }

  return {
    due,
    moment,
    day: (text: string) => sayDay(text, locale.value),
    weekday: (text: string) => sayWeekday(text, locale.value),
    time: (text: string) => sayTime(text, locale.value),
    number: (value: number | undefined) =>
      value === undefined ? '—' : sayNumber(value, locale.value),
    money: (fen: number) => t('ui.money', { n: sayNumber(fen / 100, locale.value) }),
  }
}
