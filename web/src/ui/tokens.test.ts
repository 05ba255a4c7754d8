import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/ui/tokens.css', 'utf8')

function tokens(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]),
  )
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, two: string): number {
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}

const blocks = css.split(/:root/).slice(1)
const light = tokens(blocks[0]!)
const themes = {
  light: { ...light, least: 4.5 },
  dark: { ...light, ...tokens(blocks[1]!), least: 4.5 },
  contrast: { ...light, ...tokens(blocks[2]!), least: 7 },
} as const

const text: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'primary', 'urgent', 'warn', 'ok'].flatMap(
    (ink): [string, string][] => [
      [ink, 'paper'],
      [ink, 'surface'],
    ],
  ),
  ['primary', 'primary-weak'],
  ['ink-2', 'primary-weak'],
  ['urgent', 'urgent-weak'],
  ['warn', 'warn-weak'],
  ['ok', 'ok-weak'],
  ['on-primary', 'primary'],
]

describe.each(Object.entries(themes))('theme %s', (_name, theme) => {
  const values = theme as Record<string, string | number>
  it.each(text)('%s is readable on %s', (ink, ground) => {
    expect(contrast(values[ink] as string, values[ground] as string)).toBeGreaterThanOrEqual(
      theme.least,
    )
  })
  it.each([
    ['edge', 'surface'],
    ['primary-2', 'surface'],
  ])('%s is visible on %s', (edge, ground) => {
    expect(contrast(values[edge] as string, values[ground] as string)).toBeGreaterThanOrEqual(3)
  })
})
