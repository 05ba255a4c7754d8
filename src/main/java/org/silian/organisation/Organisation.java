package org.silian.organisation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
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
  private final String name;
  private final @Nullable UUID parentId;
  private final int number;
  private final String path;
  private final @Nullable String division;
  private final @Nullable String uscc;
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
    if (dissolvedOn != null) {
      throw Refusal.conflict("organisation.dissolved");
    }
    if (on.isBefore(foundedOn) || on.isAfter(District.day(now))) {
      throw Refusal.invalid("organisation.dissolution-day", "on");
    }
    dissolvedOn = on;
    registerEvent(new OrganisationDissolved(id, kind, Days.moment(on, now)));
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

  private static String name(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    int length = plain.codePointCount(0, plain.length());
    if (length < SHORTEST_NAME || length > LONGEST_NAME) {
      throw Refusal.invalid("organisation.name", "name");
    }
    return plain;
  }
}
