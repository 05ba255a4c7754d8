export interface FieldError {
  field: string
  code?: string
  message: string
}

interface ProblemBody {
  type?: string
  title?: string
  status?: number
  detail?: string
  errors?: FieldError[]
}

const PREFIX = 'urn:problem:'

/** A refusal of the server, or the network's. Decide by `code`; show `detail` to people. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  /** What is wrong, where `detail` says what to do about it. */
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]

  constructor(body: ProblemBody, status: number) {
    super(body.detail ?? body.title ?? '')
    this.name = 'Problem'
    this.code = body.type?.startsWith(PREFIX) ? body.type.slice(PREFIX.length) : `http-${status}`
    this.status = status
    this.title = body.title ?? ''
    this.detail = body.detail ?? body.title ?? ''
    this.errors = body.errors ?? []
  }

  /** The words never reached the server, or its answer never came back. */
  static offline(): Problem {
    return new Problem({ type: `${PREFIX}offline` }, 0)
  }

  /** There is no such thing, or this post does not reach it: the server does not say which. */
  static missing(error: unknown): boolean {
    return error instanceof Problem && error.status === 404
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem({ type: `${PREFIX}unexpected` }, 0)
  }
}
