package org.silian.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds posts of the whole district with who holds them, whatever the reach of who looks: the unit,
 * the role and the name, no more. For modules in which a post justifies something elsewhere; they
 * say who may look.
 */
@Component
public class PostDirectory {

  private final JdbcClient jdbc;

  PostDirectory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A post and somebody who holds it.
   *
   * @param place the organisation in which the unit stands; absent where that is the district
   * @param name of the person
   * @param since her first day
   */
  public record HeldPost(
      UUID unit,
      String unitName,
      @Nullable String place,
      Role role,
      UUID appointment,
      String name,
      LocalDate since) {}

  /**
   * Posts held on a day, by unit, role and first day.
   *
   * @param words part of the unit's name or of that in which it stands, or the beginning of a
   *     holder's
   */
  public List<HeldPost> find(String words, Set<Role> roles, LocalDate on, int most) {
    return jdbc.sql(
            """
            select o.id as unit, o.name as unit_name,
              case when u.parent_id is not null then u.name end as place, a.role,
              a.id as appointment, p.name, a.from_day as since
            from organisation_appointment a join organisation o on o.id = a.organisation_id
            join organisation_person p on p.id = a.person_id
            left join organisation u on u.id = o.parent_id
            where a.role in (:roles) and a.from_day <= :on
              and (a.to_day is null or a.to_day >= :on) and o.dissolved_on is null
              and (strpos(o.name, :words) > 0 or starts_with(p.name, :words)
                or (u.parent_id is not null and strpos(u.name, :words) > 0))
            order by o.name, o.id, a.role, a.from_day, p.name limit :most""")
        .param("roles", roles.stream().map(Role::name).toList())
        .param("on", on)
        .param("words", words)
        .param("most", most)
        .query(new SimplePropertyRowMapper<>(HeldPost.class))
        .list();
  }
}
