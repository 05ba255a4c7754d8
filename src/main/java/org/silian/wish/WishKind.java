package org.silian.wish;

/** What a wish is for, as chips on a phone show it; texts under {@code wish.kind.*}. */
enum WishKind {
  REPAIR,
  GOODS,
  COMPANY,
  LEARNING,
  ERRAND,
  SKILL,
  OTHER
}
