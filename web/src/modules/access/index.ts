/** What other modules may use. */
export { default as AccessCode } from './AccessCode.vue'
export { default as AccessNotice } from './AccessNotice.vue'
export { default as AccessPhone } from './AccessPhone.vue'
export { default as AccessProof } from './AccessProof.vue'
export { digits, isPhone } from './phone'
