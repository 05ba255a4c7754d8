package org.silian.access;

/** Two sets of security settings; LEVEL3 is what 等保 2.0 level 3 asks (GB/T 22239-2019). */
enum SecurityProfile {
  STANDARD,
  LEVEL3
}
