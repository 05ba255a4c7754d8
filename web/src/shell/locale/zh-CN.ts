import { gather } from './gather'

export default gather({
  ...import.meta.glob<object>('../../modules/*/messages.zh-CN.json', {
    eager: true,
    import: 'default',
  }),
  ...import.meta.glob<object>('../../{ui,shell}/messages.zh-CN.json', {
    eager: true,
    import: 'default',
  }),
})
