package org.silian.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.organisation.PersonBoard.Listed;
import org.silian.organisation.PersonBoard.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records that may be of one person: of the same name, and with something else in common. Both must
 * be within reach; what the post does not see it is not told of.
 */
@Component
class Duplicates {

  /** What two records have in common beside the name. */
  enum Sign {
    SAME_ORGANISATION,
    ONE_WITHOUT_PHONE,
    /** One digit is another, or two have changed places. */
    PHONE_ALIKE
  }

  private final JdbcClient jdbc;
  private final Phones phones;

  Duplicates(JdbcClient jdbc, Phones phones) {
    this.jdbc = jdbc;
    this.phones = phones;
  }

  /** Two records and why they may be of one person. */
  record Pair(Listed one, Listed other, Set<Sign> signs) {}

  /** Pairs by name. A page may hold fewer than asked for and still have a next. */
  Page<Pair> list(Viewer viewer, LocalDate today, @Nullable Cursor after, int size) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("reach", viewer.reach());
    values.put("line", viewer.line());
    values.put("today", today);
    values.put("limit", size + 1);
    if (after != null) {
      var bar = after.key().indexOf('|');
      values.put("key", after.key().substring(0, Math.max(bar, 0)));
      values.put("other", after.key().substring(bar + 1));
      values.put("id", after.id());
    }
    var rows =
        jdbc.sql(
                """
                with seen as (
                  select p.id, p.name, p.name_key, p.phone_cipher,
                    array_agg(distinct a.organisation_id) as organisations
                  from organisation_person p
                  join organisation_appointment a on a.person_id = p.id
                  join organisation o on o.id = a.organisation_id
                  where o.path like :reach || '%%' and (:line or a.role <> 'PARTY_MEMBER')
                    and p.merged_into is null and p.erased_at is null
                    and (a.to_day is null or a.to_day >= :today)
                  group by p.id)
                select one.id, one.name, one.name_key, one.phone_cipher, other.id as other_id,
                  other.name as other_name, other.phone_cipher as other_phone,
                  one.organisations && other.organisations as shared
                from seen one join seen other
                  on other.name_key = one.name_key and other.id > one.id
                where not exists (
                  select from organisation_distinct d
                  where d.one_id = one.id and d.other_id = other.id) %s
                order by one.name_key, other.id, one.id limit :limit"""
                    .formatted(
                        after == null
                            ? ""
                            : "and (one.name_key, other.id, one.id) > (:key, :other::uuid, :id)"))
            .params(values)
            .query(
                (row, n) -> {
                  var one =
                      new Listed(
                          row.getObject("id", UUID.class),
                          row.getString("name"),
                          row.getBytes("phone_cipher"));
                  var other =
                      new Listed(
                          row.getObject("other_id", UUID.class),
                          row.getString("other_name"),
                          row.getBytes("other_phone"));
                  return new Found(row.getString("name_key"), one, other, row.getBoolean("shared"));
                })
            .list();
    var page =
        Page.of(
            rows,
            size,
            found -> new Cursor(found.key() + "|" + found.other().id(), found.one().id()));
    return new Page<>(
        page.items().stream().map(this::pair).filter(pair -> !pair.signs().isEmpty()).toList(),
        page.next());
  }

  private record Found(String key, Listed one, Listed other, boolean shared) {}

  private Pair pair(Found found) {
    var signs = EnumSet.noneOf(Sign.class);
    if (found.shared()) {
      signs.add(Sign.SAME_ORGANISATION);
    }
    var one = phones.open(found.one().phone());
    var other = phones.open(found.other().phone());
    if ((one == null) != (other == null)) {
      signs.add(Sign.ONE_WITHOUT_PHONE);
    }
    if (one != null && other != null && alike(one.digits(), other.digits())) {
      signs.add(Sign.PHONE_ALIKE);
    }
    return new Pair(found.one(), found.other(), signs);
  }

  static boolean alike(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    var apart = new ArrayList<Integer>();
    for (int i = 0; i < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        apart.add(i);
      }
    }
    return apart.size() == 1
        || (apart.size() == 2 && swapped(one, other, apart))
        || Objects.equals(one, other);
  }

  private static boolean swapped(String one, String other, List<Integer> apart) {
    int i = apart.getFirst();
    int j = apart.getLast();
    return one.charAt(i) == other.charAt(j) && one.charAt(j) == other.charAt(i);
  }
}
