const STATUS = {
  missing_field: 400,
  invalid_field: 400,
  not_found: 404,
  not_found_or_expired: 404,
  conflict: 409,
  rate_limited: 429,
  internal: 500,
  disabled: 503,
} as const;

/** What the pairing spec's routes answer when they don't succeed: `{error, message}`. The message says what to do. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly error: keyof typeof STATUS;
  readonly status: number;

  constructor(error: keyof typeof STATUS, message: string, status: number = STATUS[error]) {
    super(message);
    this.error = error;
    this.status = status;
  }
}
