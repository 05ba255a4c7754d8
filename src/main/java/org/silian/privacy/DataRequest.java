package org.silian.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a person asks about her data and a human must answer: within fifteen days, and if not
 * granted then with a reason (R-PI-11). Her words and the answer are encrypted.
 */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("privacy_request")
class DataRequest extends AbstractAggregateRoot<DataRequest> {

  static final int DAYS = 15;

  /** What is asked for. */
  public enum Kind {
    /** Something that is kept is not true. */
    DISPUTE,
    EXPLAIN,
    /** To use it for less than it is used for. */
    RESTRICT,
    ERASE,
    /**
     * As next of kin of somebody who has died (article 49). The desk writes it down for the person
     * who has died; one's own phone cannot say who that is.
     */
    HEIRS,
    OTHER;

    /** Whether granting it erases the person of whom it is. */
    boolean erases(boolean atDesk) {
      return this == ERASE || (this == HEIRS && atDesk);
    }
  }

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final UUID personId;
  private final UUID organisationId;
  private final Kind kind;
  private final byte @Nullable [] words;
  private final Instant askedAt;
  private final LocalDate due;
  private final boolean atDesk;
  private @Nullable Instant answeredAt;
  private @Nullable UUID answeredBy;
  private @Nullable Boolean granted;
  private byte @Nullable [] answer;

  @PersistenceCreator
  DataRequest(
      UUID id,
      UUID personId,
      UUID organisationId,
      Kind kind,
      byte @Nullable [] words,
      Instant askedAt,
      LocalDate due,
      boolean atDesk) {
    this.id = id;
    this.personId = personId;
    this.organisationId = organisationId;
    this.kind = kind;
    this.words = words;
    this.askedAt = askedAt;
    this.due = due;
    this.atDesk = atDesk;
  }

  /** Asked by the person herself. */
  static DataRequest asked(UUID person, UUID district, Kind kind, byte[] words, Instant at) {
    return opened(person, district, kind, words, at, false);
  }

  /**
   * Written down by somebody else at the desk.
   *
   * @throws Refusal {@code privacy.own-request} for oneself
   */
  static DataRequest entered(
      UUID by, UUID person, UUID district, Kind kind, byte[] words, Instant at) {
    if (by.equals(person)) {
      throw Refusal.ruleBroken("privacy.own-request");
    }
    return opened(person, district, kind, words, at, true);
  }

  private static DataRequest opened(
      UUID person, UUID district, Kind kind, byte[] words, Instant at, boolean atDesk) {
    var due = District.day(at).plusDays(DAYS);
    var request =
        new DataRequest(
            UuidCreator.getTimeOrderedEpoch(), person, district, kind, words, at, due, atDesk);
    request.registerEvent(new DataRequested(request.id, person, kind, due, district, at));
    return request;
  }

  DataRequest answer(UUID by, boolean yes, byte[] sealed, Instant at) {
    if (answeredAt != null) {
      throw Refusal.conflict("privacy.answered");
    }
    if (by.equals(personId)) {
      throw Refusal.ruleBroken("privacy.own-request");
    }
    answeredAt = at;
    answeredBy = by;
    granted = yes;
    answer = sealed;
    registerEvent(new DataRequestAnswered(id, personId, yes, organisationId, at));
    return this;
  }

  /**
   * Grants it where that means to erase the person, which is done beside it.
   *
   * @throws Refusal {@code privacy.not-of-erasing} for a request of another kind
   */
  DataRequest grantErasure(UUID by, byte[] sealed, Instant at) {
    if (!kind.erases(atDesk)) {
      throw Refusal.ruleBroken("privacy.not-of-erasing");
    }
    return answer(by, true, sealed, at);
  }

  UUID id() {
    return id;
  }

  UUID personId() {
    return personId;
  }

  LocalDate due() {
    return due;
  }

  long version() {
    return version == null ? 0 : version;
  }
}
