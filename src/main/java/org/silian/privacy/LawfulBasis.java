package org.silian.privacy;

/** By which right something is kept of a person (R-PI-01): 个人信息保护法, article 13. */
public enum LawfulBasis {
  CONSENT("13 ¶1(1)"),
  CONTRACT("13 ¶1(2)"),
  /** Where a law names the task; which, the kind's text says (R-PI-02). */
  STATUTORY_DUTY("13 ¶1(3)"),
  EMERGENCY("13 ¶1(4)"),
  MADE_PUBLIC("13 ¶1(6)");

  private final String article;

  LawfulBasis(String article) {
    this.article = article;
  }

  /** The number of the article, as it is cited. */
  public String article() {
    return article;
  }
}
