package org.silian.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.OrganisationManagement.Founding;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Table;

/** A body of the tree. */
@SuppressWarnings("UnusedVariable") // fields are read by the repository
@Table("organisation")
class Organisation extends AbstractAggregateRoot<Organisation> {

  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 60;

  @Id private final UUID id;
  @Version private @Nullable Long version;
  private final OrganisationKind kind;
  private String name;
  private @Nullable LocalDate namedOn;
  private @Nullable UUID parentId;
  private int number;
  private String path;
  private @Nullable String division;
  private @Nullable String uscc;
  private final LocalDate foundedOn;
  private @Nullable LocalDate dissolvedOn;

  @PersistenceCreator
  Organisation(
      UUID id,
      OrganisationKind kind,
      String name,
      @Nullable UUID parentId,
      int number,
      String path,
      @Nullable String division,
      @Nullable String uscc,
      LocalDate foundedOn) {
    this.id = id;
    this.kind = kind;
    this.name = name;
    this.parentId = parentId;
    this.number = number;
    this.path = path;
    this.division = division;
    this.uscc = uscc;
    this.foundedOn = foundedOn;
  }

  /** The district itself, the root of the tree. */
  static Organisation founded(Founding founding, Instant now) {
    if (!founding.kind().parents().isEmpty()) {
      throw Refusal.invalid("organisation.parent-missing", "parent");
    }
    return founded(founding, 1, Path.ROOT, now);
  }

  /**
   * An organisation under another.
   *
   * @param number which one it is under its parent, from 1
   */
  static Organisation founded(Founding founding, Organisation parent, int number, Instant now) {
    if (!founding.kind().parents().contains(parent.kind)) {
      throw Refusal.ruleBroken("organisation.kind-not-under-parent").at("kind");
    }
    if (!parent.standsOn(founding.on())) {
      throw Refusal.ruleBroken("organisation.dissolved").at("parent");
    }
    return founded(founding, number, new Path(parent.path).child(number), now);
  }

  private static Organisation founded(Founding founding, int number, Path path, Instant now) {
    Days.refuseUnlikely(founding.on(), "on");
    var organisation =
        new Organisation(
            UuidCreator.getTimeOrderedEpoch(),
            founding.kind(),
            name(founding.name()),
            founding.parent(),
            number,
            path.text(),
            founding.division(),
            founding.uscc() == null ? null : Uscc.parse(founding.uscc()).code(),
            founding.on());
    organisation.registerEvent(
        new OrganisationFounded(
            organisation.id,
            organisation.kind,
            organisation.parentId,
            Days.moment(founding.on(), now)));
    return organisation;
  }

  /** Dissolves it; whether anything still stands in it is asked before. */
  void dissolve(LocalDate on, Instant now) {
    refuseDissolved();
    if (parentId == null) {
      throw Refusal.ruleBroken("organisation.root-stays");
    }
    if (on.isBefore(foundedOn) || on.isAfter(District.day(now))) {
      throw Refusal.invalid("organisation.dissolution-day", "on");
    }
    dissolvedOn = on;
    registerEvent(new OrganisationDissolved(id, kind, Days.moment(on, now)));
  }

  /**
   * Gives it another name from a day on.
   *
   * @return what it was called until then; absent where a name of the same day is put right
   */
  Optional<FormerName> rename(String text, LocalDate on, @Nullable String paper, Instant now) {
    refuseDissolved();
    var since = namedOn == null ? foundedOn : namedOn;
    if (on.isBefore(since) || on.isAfter(District.day(now))) {
      throw Refusal.invalid("organisation.naming-day", "on");
    }
    var next = name(text);
    if (next.equals(name)) {
      throw Refusal.invalid("organisation.name-same", "name");
    }
    var former =
        on.equals(since)
            ? Optional.<FormerName>empty()
            : Optional.of(new FormerName(name, since, on.minusDays(1)));
    name = next;
    namedOn = on;
    registerEvent(new OrganisationRenamed(id, kind, Days.moment(on, now), paper));
    return former;
  }

  /**
   * Puts it, with all that stands in it, under another organisation.
   *
   * @param place which one it will be under its new parent
   */
  void moveUnder(Organisation parent, int place, @Nullable String paper, Instant now) {
    refuseDissolved();
    var former = parentId;
    if (former == null) {
      throw Refusal.ruleBroken("organisation.root-stays");
    }
    if (parent.id.equals(former)) {
      throw Refusal.invalid("organisation.move-same", "parent");
    }
    if (parent.path.startsWith(path)) {
      throw Refusal.ruleBroken("organisation.move-circle").at("parent");
    }
    if (!kind.parents().contains(parent.kind)) {
      throw Refusal.ruleBroken("organisation.kind-not-under-parent").at("parent");
    }
    if (!parent.standsOn(District.day(now))) {
      throw Refusal.ruleBroken("organisation.dissolved").at("parent");
    }
    parentId = parent.id;
    number = place;
    path = new Path(parent.path).child(place).text();
    registerEvent(new OrganisationMoved(id, former, parent.id, now, paper));
  }

  /** Enters the codes under which others know it; whether they are taken is asked before. */
  void identify(@Nullable String divisionCode, @Nullable String creditCode, Instant now) {
    refuseDissolved();
    var credit = creditCode == null ? null : Uscc.parse(creditCode).code();
    if (Objects.equals(division, divisionCode) && Objects.equals(uscc, credit)) {
      return;
    }
    division = divisionCode;
    uscc = credit;
    registerEvent(new OrganisationIdentified(id, now));
  }

  private void refuseDissolved() {
    if (dissolvedOn != null) {
      throw Refusal.conflict("organisation.dissolved");
    }
  }

  boolean standsOn(LocalDate day) {
    return dissolvedOn == null || day.isBefore(dissolvedOn);
  }

  UUID id() {
    return id;
  }

  OrganisationKind kind() {
    return kind;
  }

  String path() {
    return path;
  }

  @Nullable String division() {
    return division;
  }

  @Nullable String uscc() {
    return uscc;
  }

  long version() {
    return version == null ? 0 : version;
  }

  /** What it was called, from the first day to the last. */
  record FormerName(String name, LocalDate from, LocalDate to) {}

  private static String name(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    int length = plain.codePointCount(0, plain.length());
    if (length < SHORTEST_NAME || length > LONGEST_NAME) {
      throw Refusal.invalid("organisation.name", "name");
    }
    return plain;
  }
}
