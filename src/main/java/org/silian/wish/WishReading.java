package org.silian.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silian.journal.Actor;
import org.silian.journal.Names;
import org.silian.journal.Subject;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationSummary;
import org.silian.permission.Permissions;
import org.silian.privacy.AccessLog;
import org.silian.problem.Refusal;
import org.silian.wish.WishBoard.Place;
import org.silian.wish.WishRecord.WishClaim;
import org.silian.wish.WishRecord.WishConsent;
import org.silian.wish.WishRecord.WishParty;
import org.silian.wish.WishRecord.WishWisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads one wish for one reader, in one transaction so that it holds one connection: when each
 * reader held one and waited for a second, a few readers stopped everything.
 */
@Component
class WishReading {

  private final JdbcClient jdbc;
  private final WishContacts contacts;
  private final AccessLog accessLog;
  private final Names names;
  private final Texts texts;
  private final Permissions permissions;
  private final WishRules rules;

  WishReading(
      JdbcClient jdbc,
      WishContacts contacts,
      AccessLog accessLog,
      Names names,
      Texts texts,
      Permissions permissions,
      WishRules rules) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.accessLog = accessLog;
    this.names = names;
    this.texts = texts;
    this.permissions = permissions;
    this.rules = rules;
  }

  /**
   * The record.
   *
   * @throws Refusal {@code not-found} where the actor may not open it
   */
  @Transactional
  WishRecord read(UUID id, Actor actor) {
    return jdbc.sql(
            """
            select w.*, o.name as community, o.path from wish w
            join organisation o on o.id = w.organisation_id where w.id = ?""")
        .param(id)
        .query((row, n) -> record(row, actor))
        .optional()
        .flatMap(found -> found)
        .orElseThrow(() -> Refusal.notFound("not-found"));
  }

  /**
   * A wish that the actor has just told, as she will find it. Nothing is read, and nobody is looked
   * at: she told it.
   */
  WishRecord told(
      Wish wish,
      Telling told,
      WishContacts.Contact contact,
      OrganisationSummary community,
      Actor actor) {
    var origin = told.origin();
    var relation = Relation.of(actor, wish.isOf(actor.personOrRefuse()), false, community.path());
    return new WishRecord(
        wish.id(),
        wish.number(),
        wish.version(),
        wish.state(),
        origin.kind(),
        told.title(),
        told.words(),
        null,
        null,
        origin.costFen(),
        rules.capFen(),
        new Place(community.id(), community.name()),
        origin.child(),
        origin.collectorId() != null,
        new WishConsent(origin.consent().how(), origin.consent().at()),
        relation.maySeeContact(wish.state(), permissions) ? wisher(contact) : null,
        null,
        null,
        1,
        null,
        null,
        null,
        codes(relation.steps(wish.state(), permissions)));
  }

  private Optional<WishRecord> record(ResultSet row, Actor actor) throws SQLException {
    var person = actor.personOrRefuse();
    var relation =
        Relation.of(
            actor,
            person.equals(row.getObject("wisher_id", UUID.class)),
            person.equals(row.getObject("claim_claimer_id", UUID.class)),
            row.getString("path"));
    if (!relation.maySee(permissions)) {
      return Optional.empty();
    }
    var id = row.getObject("id", UUID.class);
    var state = WishState.valueOf(row.getString("state"));
    boolean told = relation.maySeeContact(state, permissions);
    var wisher = told ? wisher(id) : null;
    if (wisher != null) {
      var registered = row.getObject("wisher_id", UUID.class);
      accessLog.read(
          new Subject(WishSubject.NAME, id),
          registered == null ? List.of() : List.of(registered),
          "wish.contact");
    }
    var steps = relation.steps(state, permissions);
    boolean onlyClaimer = relation.claimer() && !relation.wisher() && !relation.inReach();
    return Optional.of(
        new WishRecord(
            id,
            row.getString("number"),
            row.getLong("version"),
            state,
            WishKind.valueOf(row.getString("kind")),
            onlyClaimer && !told ? shortened(row.getString("text")) : row.getString("title"),
            onlyClaimer && !told ? null : row.getString("words"),
            row.getString("text"),
            steps.contains(WishStep.PUBLISH) ? proposal(row) : null,
            row.getObject("cost_fen", Long.class),
            rules.capFen(),
            new Place(row.getObject("organisation_id", UUID.class), row.getString("community")),
            row.getBoolean("child"),
            row.getObject("collector_id") != null,
            new WishConsent(
                Consent.How.valueOf(row.getString("consent_how")), instant(row, "consent_at")),
            wisher,
            claim(row),
            row.getObject("expires_on", LocalDate.class),
            row.getInt("round"),
            row.getString("confirmation") == null
                ? null
                : Confirmation.valueOf(row.getString("confirmation")),
            row.getObject("rating", Integer.class),
            row.getString("rating_words"),
            codes(steps)));
  }

  private String proposal(ResultSet row) throws SQLException {
    var who = row.getBoolean("child") ? "wish.proposal.child" : "wish.proposal";
    return texts.text(who, Map.of("title", row.getString("title")));
  }

  private @Nullable WishWisher wisher(UUID id) {
    return contacts.of(id).map(WishReading::wisher).orElse(null);
  }

  private static WishWisher wisher(WishContacts.Contact contact) {
    return new WishWisher(contact.name(), contact.phone(), contact.address());
  }

  private static List<String> codes(Set<WishStep> steps) {
    return steps.stream().map(WishStep::code).toList();
  }

  private @Nullable WishClaim claim(ResultSet row) throws SQLException {
    var claimer = row.getObject("claim_claimer_id", UUID.class);
    if (claimer == null) {
      return null;
    }
    var unit = row.getObject("claim_unit_id", UUID.class);
    var companion = row.getObject("claim_companion_id", UUID.class);
    var known =
        names.of(
            Stream.of(claimer, unit, companion).filter(i -> i != null).collect(Collectors.toSet()));
    return new WishClaim(
        ClaimerKind.valueOf(row.getString("claim_by")),
        party(claimer, known),
        party(unit, known),
        instant(row, "claim_claimed_at"),
        optional(row, "claim_approved_at"),
        row.getObject("claim_contact_by", LocalDate.class),
        party(companion, known),
        optional(row, "claim_contacted_at"),
        optional(row, "claim_fulfilled_at"),
        row.getString("claim_note"));
  }

  private static @Nullable WishParty party(@Nullable UUID id, Map<UUID, String> known) {
    var name = id == null ? null : known.get(id);
    return id == null || name == null ? null : new WishParty(id, name);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** The beginning of a public text, in place of a title that only insiders may read. */
  static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
