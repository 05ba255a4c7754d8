package org.silian.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param seal the seal it is about
 * @param until the last of several seals
 * @param at when that was sealed
 * @param entry the entry it is about
 * @param detail a figure or a file
 */
public record Finding(
    Kind kind,
    @Nullable Long seal,
    @Nullable Long until,
    @Nullable Instant at,
    @Nullable UUID entry,
    @Nullable String detail) {

  /** What it is; each has a text {@code journal.finding.<kind>}. */
  public enum Kind {
    /** An entry is not what was sealed. */
    ENTRY_CHANGED,
    /** A sealed entry is gone. */
    ENTRY_DELETED,
    /** An entry has no seal though it does not wait for one. */
    ENTRY_INSERTED,
    /** An entry was sealed though its authentication code does not fit. */
    ENTRY_NOT_AUTHENTIC,
    /** The list of hashes in a seal does not give its root. */
    SEAL_CHANGED,
    /** A seal is not signed by this installation. */
    SEAL_NOT_SIGNED,
    /** A seal names another one before it than there is. */
    CHAIN_BROKEN,
    /** Seals are missing in the chain. */
    SEALS_MISSING,
    /** The chain ends before a seal that is known outside. */
    LAST_SEALS_MISSING,
    /** The chain has another seal of that number than is known outside. */
    CHAIN_REWRITTEN,
    /** Words are not those of which the entry holds the hash. */
    WORDS_CHANGED,
    /** Measures are not those of the entries. */
    MEASURES_DIFFER,
    /** Roll-ups are not the sums of the measures. */
    ROLL_UPS_DIFFER
  }

  static Finding seal(Kind kind, Seal seal) {
    return new Finding(kind, seal.number(), null, seal.sealedAt(), null, null);
  }

  static Finding seals(Kind kind, long from, long until, @Nullable Instant at) {
    return new Finding(kind, from, until, at, null, null);
  }

  static Finding entry(Kind kind, Seal seal, UUID entry) {
    return new Finding(kind, seal.number(), null, seal.sealedAt(), entry, null);
  }

  static Finding entry(Kind kind, UUID entry, @Nullable Instant at) {
    return new Finding(kind, null, null, at, entry, null);
  }

  public static Finding figure(Kind kind, String detail) {
    return new Finding(kind, null, null, null, null, detail);
  }
}
