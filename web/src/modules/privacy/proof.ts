/** What is sent of a proof: the one of the two that was given. */
export function proofOf(values: { password: string; code: string }) {
  return { password: values.password || undefined, code: values.code || undefined }
}

export function checkProof(values: { password: string; code: string }, required: string) {
  return values.password || values.code ? {} : { code: required, password: required }
}
