package org.silian.privacy;

/** How carefully something must be kept (R-PI-06, R-PI-07). */
public enum Sensitivity {
  ORDINARY,
  /** Would help to find, trouble or deceive a person: encrypted, and each look is noted. */
  CONTACT,
  /** By article 28 of the law. */
  SENSITIVE,
  /** Of somebody under fourteen. */
  CHILD
}
