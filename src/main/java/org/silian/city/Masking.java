package org.silian.city;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Masks one sum and its parts so that a small part cannot be calculated. Parts below {@link #SMALL}
 * are masked, zero among them; then further parts, in the order given, until whoever knows the sum,
 * all other parts <em>and this rule</em> can still think of any number from 0 to 4 for each small
 * one. Partners are not chosen by size, because “the smallest of the others” would tell how large
 * they are at most. Where all parts do not suffice, the sum is masked as well.
 *
 * @param total absent where masked
 * @param parts in the order given; a masked one is null
 */
record Masking(@Nullable Long total, List<@Nullable Long> parts) {

  static final long SMALL = 5;

  /** With two masked, whoever knows one of them knows the other. */
  private static final int TOGETHER = 3;

  /**
   * @param before those that were masked in an earlier revision, which must stay so
   */
  static Masking of(List<Long> parts, BitSet before) {
    var small = new BitSet();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) < SMALL) {
        small.set(i);
      }
    }
    small.or(before);
    var masked = (BitSet) small.clone();
    boolean safe = isSafe(parts, small, masked);
    for (int step = 0; step < parts.size() && !safe; step++) {
      masked.set((small.nextSetBit(0) + step) % parts.size());
      safe = isSafe(parts, small, masked);
    }
    return shown(parts, masked, safe);
  }

  private static boolean isSafe(List<Long> parts, BitSet small, BitSet masked) {
    if (masked.isEmpty()) {
      return true;
    }
    int partners = masked.cardinality() - small.cardinality();
    long hidden = masked.stream().mapToLong(parts::get).sum();
    boolean room = masked.stream().anyMatch(i -> parts.get(i) >= SMALL);
    // A partner is known to be at least SMALL; what is hidden beyond that may be anywhere.
    return masked.cardinality() >= TOGETHER && room && hidden - partners * SMALL >= SMALL - 1;
  }

  private static Masking shown(List<Long> parts, BitSet masked, boolean withTotal) {
    var shown = new ArrayList<@Nullable Long>(parts);
    masked.stream().forEach(i -> shown.set(i, null));
    long total = parts.stream().mapToLong(Long::longValue).sum();
    return new Masking(
        withTotal && (total >= SMALL) ? (Long) total : null, Collections.unmodifiableList(shown));
  }
}
