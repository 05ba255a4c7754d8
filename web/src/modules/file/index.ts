export { default as FileList } from './FileList.vue'
export { default as FileUpload } from './FileUpload.vue'
