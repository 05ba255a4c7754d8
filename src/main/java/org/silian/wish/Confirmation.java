package org.silian.wish;

/** How the wisher's confirmation came. */
enum Confirmation {
  /** She gave it herself. */
  WISHER,
  /** A worker phoned her, and says so. */
  WORKER_PHONE
}
