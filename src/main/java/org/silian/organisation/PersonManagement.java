package org.silian.organisation;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** A person to be registered; see {@link #register}. */
  record Registering(String name, @Nullable String phone) {}

  /** As {@link #register} for many at once, in their order. */
  List<UUID> registerAll(List<Registering> registering) {
    var numbers =
        registering.stream()
            .map(Registering::phone)
            .filter(Objects::nonNull)
            .map(PhoneNumber::parse)
            .toList();
    if (!byPhones(numbers).isEmpty() || new HashSet<>(numbers).size() < numbers.size()) {
      throw Refusal.conflict("organisation.phone-taken").at("phone");
    }
    var now = clock.instant();
    var fresh = new ArrayList<Person>();
    for (var each : registering) {
      var number = each.phone() == null ? null : PhoneNumber.parse(each.phone());
      fresh.add(
          Person.registered(
              PersonName.parse(each.name()),
              number == null ? null : phones.seal(number),
              number == null ? null : phones.index(number),
              now));
    }
    persons.saveAll(fresh);
    return fresh.stream().map(Person::id).toList();
  }

  /** A person who is known by her phone number. */
  record Known(UUID id, String name) {}

  /** Who is known by which of these numbers. */
  @Transactional(readOnly = true)
  Map<PhoneNumber, Known> byPhones(Collection<PhoneNumber> numbers) {
    var byIndex = new HashMap<ByteBuffer, PhoneNumber>();
    numbers.forEach(number -> byIndex.put(ByteBuffer.wrap(phones.index(number)), number));
    var known = new HashMap<PhoneNumber, Known>();
    jdbc.sql("select id, name, phone_index from organisation_person where phone_index = any(?)")
        .param(byIndex.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
        .query(
            row -> {
              var number = byIndex.get(ByteBuffer.wrap(row.getBytes("phone_index")));
              if (number != null) {
                known.put(
                    number, new Known(row.getObject("id", UUID.class), row.getString("name")));
              }
            });
    return known;
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
