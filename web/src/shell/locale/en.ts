import { gather } from './gather'

export default gather({
  ...import.meta.glob<object>('../../modules/*/messages.en.json', {
    eager: true,
    import: 'default',
  }),
  ...import.meta.glob<object>('../../{ui,shell}/messages.en.json', {
    eager: true,
    import: 'default',
  }),
})
