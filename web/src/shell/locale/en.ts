import { gather } from './gather'

export default gather({
  ...import.meta.glob<object>('/src/modules/*/messages.en.json', {
    eager: true,
    import: 'default',
  }),
  ...import.meta.glob<object>('/src/{ui,shell,term}/messages.en.json', {
    eager: true,
    import: 'default',
  }),
})
