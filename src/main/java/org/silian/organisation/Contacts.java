package org.silian.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How communities are reached by telephone and at the counter, as they tell the public. */
@Component
public class Contacts {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Contacts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param version 0 where nothing has been told yet
   */
  public record Contact(
      @Nullable String phone, @Nullable String address, @Nullable String hours, long version) {

    static final Contact NONE = new Contact(null, null, null, 0);

    private static Contact from(ResultSet row, int n) throws SQLException {
      return new Contact(
          row.getString("phone"),
          row.getString("address"),
          row.getString("hours"),
          row.getLong("version"));
    }
  }

  Contact of(UUID organisation) {
    return find(organisation).orElse(Contact.NONE);
  }

  private Optional<Contact> find(UUID organisation) {
    return jdbc.sql(
            "select phone, address, hours, version from organisation_contact"
                + " where organisation_id = ?")
        .param(organisation)
        .query(Contact::from)
        .optional();
  }

  /**
   * Tells the public how the organisation is reached.
   *
   * @param contact with the version it was changed from
   * @throws Refusal stale where somebody else was first
   */
  @Transactional
  public void tell(UUID organisation, Contact contact) {
    var sql =
        contact.version() == 0
            ? """
            insert into organisation_contact (phone, address, hours, version, organisation_id)
            values (:phone, :address, :hours, :version + 1, :organisation) on conflict do nothing"""
            : """
            update organisation_contact
            set phone = :phone, address = :address, hours = :hours, version = version + 1
            where organisation_id = :organisation and version = :version""";
    var changed =
        jdbc.sql(sql)
            .param("phone", contact.phone())
            .param("address", contact.address())
            .param("hours", contact.hours())
            .param("version", contact.version())
            .param("organisation", organisation)
            .update();
    if (changed == 0) {
      throw Refusal.stale();
    }
    events.publishEvent(new ContactTold(organisation, clock.instant()));
  }
}
