package org.silian.wish;

import org.silian.problem.Refusal;

/**
 * What somebody wishes, as told.
 *
 * @param title a few words for lists of those who may see the record
 * @param words the wisher's own
 * @param guardianConsent for a child: whether the guardian has consented
 */
record Telling(Origin origin, String title, String words, boolean guardianConsent) {

  void refuseUnlessFits(WishRules rules) {
    if (origin.child() && !guardianConsent) {
      throw Refusal.invalid("wish.guardian-consent", "guardianConsent");
    }
    if (PublicText.asksForMoney(words)) {
      throw Refusal.invalid("wish.cash", "words");
    }
    if (origin.costFen() != null && origin.costFen() > rules.capFen()) {
      throw Refusal.invalid("wish.over-cap", "costFen").with("cap", rules.capFen() / 100);
    }
  }
}
