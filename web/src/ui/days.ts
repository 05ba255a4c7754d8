/** Days and money as people say them. Days of the district are days in Shanghai. */
const ZONE = 'Asia/Shanghai'

export function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(instant)
}

export function today(): string {
  return dayOf(new Date())
}

/** An instant, or a day as it is. */
export function toDay(text: string): string {
  return text.length === 10 ? text : dayOf(new Date(text))
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(toDay(to)) - Date.parse(toDay(from))) / 86_400_000)
}

function format(text: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const day = text.length === 10 ? new Date(`${text}T12:00:00+08:00`) : new Date(text)
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(day)
}

export function sayDay(text: string, locale: string): string {
  const sameYear = toDay(text).slice(0, 4) === today().slice(0, 4)
  return format(text, locale, {
    year: sameYear ? undefined : 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
  })
}

export function sayWeekday(
  text: string,
  locale: string,
  weekday: 'long' | 'short' = locale === 'en' ? 'long' : 'short',
): string {
  return format(text, locale, { weekday })
}

export function sayTime(text: string, locale: string): string {
  return format(text, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

export function sayNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}
