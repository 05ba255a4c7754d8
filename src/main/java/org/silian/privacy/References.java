package org.silian.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silian.privacy.PersonalFields.Merging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns every reference to one person into a reference to another, and back. Which references there
 * are is told by the catalogue, whose completeness the build checks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class References {

  private final Catalogue catalogue;
  private final JdbcClient jdbc;

  References(Catalogue catalogue, JdbcClient jdbc) {
    this.catalogue = catalogue;
    this.jdbc = jdbc;
  }

  /** Moves them; what was moved is told by column, as keys of rows. */
  public Map<String, List<String>> move(UUID from, UUID to) {
    forget(from);
    var moved = new LinkedHashMap<String, List<String>>();
    catalogue
        .references()
        .forEach(
            (column, how) -> {
              if (how == Merging.MOVES || how == Merging.MOVES_UNLESS_THERE) {
                var rows = move(column, how, from, to);
                if (!rows.isEmpty()) {
                  moved.put(column, rows);
                }
              }
            });
    return moved;
  }

  /** Moves back exactly what was moved, as far as it is still there. */
  public void moveBack(Map<String, List<String>> moved, UUID from, UUID to) {
    if (moved.keySet().stream().anyMatch(this::isTheOnlyOne)) {
      forget(to);
    }
    moved.forEach(
        (column, rows) ->
            jdbc.sql(
                    "update %s set %s = :from where %s = :to and %s in (:rows)"
                        .formatted(table(column), name(column), name(column), key(column)))
                .param("from", from)
                .param("to", to)
                .param("rows", key(column).equals(name(column)) ? List.of(to) : uuids(rows))
                .update());
  }

  /** Whether a person has one such row at most, as an account, on which others may hang. */
  private boolean isTheOnlyOne(String column) {
    return catalogue.references().get(column) == Merging.MOVES_UNLESS_THERE;
  }

  private void forget(UUID person) {
    catalogue
        .references()
        .forEach(
            (column, how) -> {
              if (how == Merging.FORGOTTEN) {
                jdbc.sql("delete from %s where %s = ?".formatted(table(column), name(column)))
                    .param(person)
                    .update();
              }
            });
  }

  private List<String> move(String column, Merging how, UUID from, UUID to) {
    var unless =
        how == Merging.MOVES
            ? ""
            : " and not exists (select from %s o where o.%s = :to)"
                .formatted(table(column), name(column));
    return jdbc.sql(
            "update %s set %s = :to where %s = :from%s returning %s"
                .formatted(table(column), name(column), name(column), unless, key(column)))
        .param("from", from)
        .param("to", to)
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static List<UUID> uuids(List<String> rows) {
    return rows.stream().map(UUID::fromString).toList();
  }

  /** The column that finds the row again: its id, or itself where the person is the key. */
  private String key(String column) {
    return isTheOnlyOne(column) ? name(column) : "id";
  }

  private static String table(String column) {
    return column.substring(0, column.indexOf('.'));
  }

  private static String name(String column) {
    return column.substring(column.indexOf('.') + 1);
  }
}
