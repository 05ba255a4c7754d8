package org.silian.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Subject;

/**
 * A module that keeps something of people: it says what, hands over what it keeps of one person,
 * and erases it. Keepers are asked in the order of {@link
 * org.springframework.core.annotation.Order}; the one that owns persons comes last.
 */
public interface PersonalKeeper {

  /** What the module keeps, column by column. */
  PersonalFields fields();

  /** Everything it keeps of the person, for herself to read and to take away. */
  default List<Kept> kept(UUID person) {
    return List.of();
  }

  /** What keeps the person from being erased, and what stays when she is. */
  default List<Standing> standing(UUID person) {
    return List.of();
  }

  /** The consents she has given and may take back (R-PI-05). */
  default List<ConsentGiven> consents(UUID person) {
    return List.of();
  }

  /** Takes a consent of hers back, with all that follows from it. */
  default void withdraw(UUID person, UUID consent) {}

  /** Records whose words are hers alone, so that they are erased from the journal with her. */
  default Collection<Subject> records(UUID person) {
    return List.of();
  }

  /** Erases what it keeps of the person. What is counted stays counted. */
  default void erase(UUID person) {}

  /**
   * One row that is kept of a person.
   *
   * @param kind a {@link PersonalFields.Kind#id()}
   * @param values by column, as {@code wish.words}; instants and days in ISO form
   */
  record Kept(String kind, Map<String, String> values) {

    /** Columns and their values in turn; what is null is left out. */
    public static Kept of(String kind, @Nullable Object... columnsAndValues) {
      var values = new LinkedHashMap<String, String>();
      for (int i = 0; i < columnsAndValues.length; i += 2) {
        var value = columnsAndValues[i + 1];
        if (value != null) {
          values.put(String.valueOf(columnsAndValues[i]), value.toString());
        }
      }
      return new Kept(kind, values);
    }
  }

  /**
   * Something that stands in the way of erasing, or stays when it is done.
   *
   * @param code its sentence is the text {@code stays.<code>}
   * @param blocks whether it must end first
   * @param about a number or name of what it is, for the sentence's {@code {about}}
   * @param until the day on which it ends by itself, where one is known
   */
  record Standing(String code, boolean blocks, String about, @Nullable LocalDate until) {}

  /**
   * A consent.
   *
   * @param code its sentence is the text {@code consent.<code>}, and what follows from taking it
   *     back {@code consent.<code>.follows}
   * @param about what it was given for, for the sentence's {@code {about}}
   */
  record ConsentGiven(
      UUID id, String code, String about, Instant at, @Nullable Instant withdrawnAt) {}
}
