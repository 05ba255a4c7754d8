package org.silian.notice;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Subject;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationDirectory.Holder;
import org.silian.permission.Permissions;
import org.silian.tenancy.District;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts notices into inboxes, and in line for the mail, in the transaction of what they tell. */
@Component
@Transactional
public class Notices {

  private static final String INSERT =
      """
      insert into notice (id, person_id, code, subject_type, subject_id, arguments, at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?)""";

  private final JdbcTemplate jdbc;
  private final OrganisationDirectory organisations;
  private final Permissions permissions;
  private final MailQueue mails;
  private final Clock clock;

  Notices(
      JdbcTemplate jdbc,
      OrganisationDirectory organisations,
      Permissions permissions,
      MailQueue mails,
      Clock clock) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.permissions = permissions;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Tells each of the persons once.
   *
   * @param code its sentence is the text {@code notice.<code>}, with {@code {title}} and {@code
   *     {number}} of the record and the arguments by name, or {@code notice.<code>.untitled} where
   *     the reader may not open the record
   * @param arguments ids, enum constants, numbers, days; ids are read as names
   * @throws IllegalArgumentException for any other argument, because a notice holds no words
   */
  public void tell(
      Collection<UUID> persons, String code, Subject subject, Map<String, ?> arguments) {
    var kept = JsonMapper.shared().writeValueAsString(plain(code, arguments));
    var at = clock.instant().atOffset(ZoneOffset.UTC);
    var once = Set.copyOf(persons);
    if (once.isEmpty()) {
      return;
    }
    var notices =
        once.stream()
            .collect(
                Collectors.toMap(Function.identity(), person -> UuidCreator.getTimeOrderedEpoch()));
    jdbc.batchUpdate(
        INSERT,
        notices.entrySet(),
        notices.size(),
        (statement, notice) -> {
          statement.setObject(1, notice.getValue());
          statement.setObject(2, notice.getKey());
          statement.setString(3, code);
          statement.setString(4, subject.type());
          statement.setObject(5, subject.id());
          statement.setString(6, kept);
          statement.setObject(7, at);
        });
    mails.add(notices, code);
  }

  /** Tells all who now have, by a post in the organisation itself, the permission. */
  public void tellPosts(
      UUID organisation,
      String permission,
      String code,
      Subject subject,
      Map<String, ?> arguments) {
    if (!permissions.knows(permission)) {
      throw new IllegalArgumentException("No module declares the permission " + permission);
    }
    var today = District.day(clock.instant());
    var holders = organisations.holders(organisation, permissions.roles(permission), today);
    tell(holders.stream().map(Holder::person).toList(), code, subject, arguments);
  }

  private static Map<String, Object> plain(String code, Map<String, ?> arguments) {
    var plain = new LinkedHashMap<String, Object>();
    arguments.forEach((name, value) -> plain.put(name, plain(code, name, value)));
    return plain;
  }

  private static Object plain(String code, String name, @Nullable Object value) {
    return switch (value) {
      case UUID id -> id.toString();
      case Enum<?> constant -> constant.name();
      case Integer number -> number;
      case Long number -> number;
      case LocalDate day -> day.toString();
      case null, default ->
          throw new IllegalArgumentException(
              "A notice holds ids, codes, numbers and days; %s of %s is none of these"
                  .formatted(name, code));
    };
  }
}
