package org.silian.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one module keeps of people, column by column: {@code wish.words}. A test reads the migrated
 * schema and fails for a column that could hold something personal and is not declared here,
 * neither as part of a {@link Kind} nor as {@link #impersonal}.
 *
 * <p>The texts of a kind are {@code personal.<kind>} (what it is), {@code personal.<kind>.why} (its
 * purpose) and {@code personal.<kind>.kept} (how long, until which event); of a column, {@code
 * field.<table>.<column>}.
 */
public final class PersonalFields {

  /**
   * Columns that are kept for the same purpose, by the same right, for the same time.
   *
   * @param id for instance {@code wish.own}
   */
  public record Kind(String id, LawfulBasis basis, Sensitivity sensitivity, List<String> columns) {}

  /** What becomes of a column that refers to a person when her record is merged into another. */
  public enum Merging {
    /** It then refers to the other. */
    MOVES,
    /** It moves, unless the other has a row of her own. */
    MOVES_UNLESS_THERE,
    /** Its rows are deleted, as sessions are. */
    FORGOTTEN,
    /** It stays as it is, and is read under both ids. */
    STAYS
  }

  /** Why a column tells nothing of anybody. */
  public enum Impersonal {
    /** A code out of a list that the program knows. */
    CODE,
    /** Names an organisation, a place or a record, never a person. */
    THING,
    /** A key, hash or seal that the program makes for itself. */
    MACHINE,
    /** The words of an office about itself. */
    OFFICE
  }

  private final String module;
  private final List<Kind> kinds = new ArrayList<>();
  private final Map<String, Merging> references = new LinkedHashMap<>();
  private final Map<String, Impersonal> others = new LinkedHashMap<>();

  private PersonalFields(String module) {
    this.module = module;
  }

  /** Begins the declaration of a module. */
  public static PersonalFields of(String module) {
    return new PersonalFields(module);
  }

  /** Declares columns that belong to a kind. */
  public PersonalFields kind(
      String id, LawfulBasis basis, Sensitivity sensitivity, String... columns) {
    kinds.add(new Kind(id, basis, sensitivity, List.of(columns)));
    return this;
  }

  /** Says what becomes of columns that refer to a person when records are merged. */
  public PersonalFields merging(Merging how, String... columns) {
    List.of(columns).forEach(column -> references.put(column, how));
    return this;
  }

  /** Declares columns that tell nothing of anybody. */
  public PersonalFields impersonal(Impersonal why, String... columns) {
    List.of(columns).forEach(column -> others.put(column, why));
    return this;
  }

  /** The module. */
  public String module() {
    return module;
  }

  List<Kind> kinds() {
    return kinds;
  }

  Map<String, Merging> references() {
    return references;
  }

  Map<String, Impersonal> others() {
    return others;
  }
}
