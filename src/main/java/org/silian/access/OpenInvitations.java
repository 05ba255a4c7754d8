package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invitations that nobody has taken up: shown, made anew, withdrawn. */
@Component
class OpenInvitations {

  private static final String OPEN =
      """
      select i.id, i.person_id, p.name, m.id as appointment, m.role, o.id as organisation,
        o.name as organisation_name, i.expires_at, m.awaits_approval
      from access_invitation i
      join organisation_person p on p.id = i.person_id
      join organisation_appointment m on m.id = i.appointment_id
      join organisation o on o.id = m.organisation_id
      where i.used_at is null and (not m.ended or m.awaits_approval)
        and starts_with(o.path, :reach)""";

  private final Invitations invitations;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenInvitations(
      Invitations invitations, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.invitations = invitations;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An invitation that nobody has taken up, also one that has run out.
   *
   * @param awaitsApproval whether its appointment does; until then the link opens nothing
   */
  record OpenInvitation(
      UUID id,
      UUID person,
      String name,
      UUID appointment,
      Role role,
      UUID organisation,
      String organisationName,
      Instant expires,
      boolean awaitsApproval) {}

  /** The latest first. */
  Page<OpenInvitation> list(@Nullable Cursor after, int size) {
    var values = new HashMap<String, Object>();
    values.put("reach", reach());
    values.put("limit", size + 1);
    var which = "";
    if (after != null) {
      which = " and i.id < :id";
      values.put("id", after.id());
    }
    var rows =
        jdbc.sql(OPEN + which + " order by i.id desc limit :limit")
            .params(values)
            .query(OpenInvitations::row)
            .list();
    return Page.of(rows, size, row -> new Cursor("", row.id()));
  }

  /** One of them, within reach. */
  OpenInvitation get(UUID id) {
    return find(id).orElseThrow(() -> Refusal.notFound("access.invitation-gone"));
  }

  /**
   * Makes a new link, good for the whole time again; the old one is dead.
   *
   * @return the new invitation's id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID renew(UUID id) {
    var old = take(id);
    var now = clock.instant();
    var renewed = UuidCreator.getTimeOrderedEpoch();
    jdbc.sql(
            """
            insert into access_invitation
              (id, token_hash, person_id, appointment_id, invited_by, expires_at)
            values (?, ?, ?, ?, ?, ?)""")
        .params(
            renewed,
            invitations.token(renewed).hash(),
            old.person(),
            old.appointment(),
            Actor.current().personOrRefuse(),
            now.plus(Invitations.LIFE).atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(new PersonInvited(old.person(), old.role(), old.organisation(), now));
    return renewed;
  }

  /** Withdraws it; the appointment stays, and is ended where it should. */
  @Transactional
  public void withdraw(UUID id) {
    var old = take(id);
    events.publishEvent(
        new InvitationWithdrawn(old.person(), old.role(), old.organisation(), clock.instant()));
  }

  /** Of two who renew or withdraw at once, one finds it gone. */
  private OpenInvitation take(UUID id) {
    var old = get(id);
    int taken =
        jdbc.sql("delete from access_invitation where id = ? and used_at is null")
            .param(id)
            .update();
    if (taken == 0) {
      throw Refusal.notFound("access.invitation-gone");
    }
    return old;
  }

  private Optional<OpenInvitation> find(UUID id) {
    return jdbc.sql(OPEN + " and i.id = :id")
        .param("reach", reach())
        .param("id", id)
        .query(OpenInvitations::row)
        .optional();
  }

  private static String reach() {
    var reach = Actor.current().reach();
    if (reach == null) {
      throw Refusal.forbidden("forbidden");
    }
    return reach;
  }

  private static OpenInvitation row(ResultSet row, int n) throws SQLException {
    return new OpenInvitation(
        row.getObject("id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getObject("appointment", UUID.class),
        Role.valueOf(row.getString("role")),
        row.getObject("organisation", UUID.class),
        row.getString("organisation_name"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("awaits_approval"));
  }
}
