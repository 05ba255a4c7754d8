package org.silian.organisation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows persons: a name, and a phone number where there is one. Nothing else is kept. */
@Component
@Transactional
public class PersonManagement {

  private final Persons persons;
  private final Phones phones;
  private final JdbcClient jdbc;
  private final Clock clock;

  PersonManagement(Persons persons, Phones phones, JdbcClient jdbc, Clock clock) {
    this.persons = persons;
    this.phones = phones;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Registers a person.
   *
   * @param name 2 to 20 characters, {@code ·} among them
   * @param phone in any usual form (R-COD-06)
   * @throws Refusal {@code organisation.person-name}, {@code organisation.phone}, {@code
   *     organisation.phone-taken}
   */
  public UUID register(String name, @Nullable String phone) {
    var number = phone == null || phone.isBlank() ? null : PhoneNumber.parse(phone);
    if (number != null && find(number).isPresent()) {
      throw Refusal.conflict("organisation.phone-taken").at("phone");
    }
    var person =
        Person.registered(
            PersonName.parse(name),
            number == null ? null : phones.seal(number),
            number == null ? null : phones.index(number),
            clock.instant());
    return persons.save(person).id();
  }

  /**
   * The person with this phone number, in any usual form.
   *
   * @throws Refusal {@code organisation.phone} where it is none
   */
  @Transactional(readOnly = true)
  public Optional<UUID> byPhone(String phone) {
    return find(PhoneNumber.parse(phone));
  }

  /**
   * Corrects a name.
   *
   * @param where the organisation at which the correction counts
   */
  public void rename(UUID person, Revision revision, String name, UUID where) {
    var found = get(person);
    revision.expect(found.version());
    persons.save(found.rename(PersonName.parse(name), where, clock.instant()));
  }

  /**
   * Gives a person another phone, which nobody else may have.
   *
   * @throws Refusal {@code organisation.phone-taken}
   */
  public void changePhone(UUID person, Revision revision, PhoneNumber phone, UUID where) {
    var found = get(person);
    revision.expect(found.version());
    if (find(phone).filter(other -> !other.equals(person)).isPresent()) {
      throw Refusal.conflict("organisation.phone-taken").at("phone");
    }
    persons.save(
        found.changePhone(phones.seal(phone), phones.index(phone), where, clock.instant()));
  }

  /** The version of the record, for whoever will change it. */
  @Transactional(readOnly = true)
  public long version(UUID person) {
    return get(person).version();
  }

  /**
   * The name.
   *
   * @throws Refusal {@code organisation.person-not-found}
   */
  @Transactional(readOnly = true)
  public String name(UUID person) {
    return get(person).name();
  }

  /** The phone number in the clear, in digits. */
  @Transactional(readOnly = true)
  public @Nullable String phone(UUID person) {
    var phone = phones.open(get(person).phoneCipher());
    return phone == null ? null : phone.digits();
  }

  /** The phone number as it may be shown: {@code 138****1234}. */
  @Transactional(readOnly = true)
  public @Nullable String maskedPhone(UUID person) {
    return phones.masked(get(person).phoneCipher());
  }

  /** {@code 138****1234} (R-COD-06). */
  public static String maskPhone(String phone) {
    return PhoneNumber.parse(phone).masked();
  }

  /** {@code 张*} (R-COD-08). */
  public static String maskName(String name) {
    return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }

  private Optional<UUID> find(PhoneNumber phone) {
    return jdbc.sql("select id from organisation_person where phone_index = ?")
        .param(phones.index(phone))
        .query((row, n) -> row.getObject(1, UUID.class))
        .optional();
  }

  private Person get(UUID person) {
    return persons
        .findById(person)
        .orElseThrow(() -> Refusal.notFound("organisation.person-not-found"));
  }
}
