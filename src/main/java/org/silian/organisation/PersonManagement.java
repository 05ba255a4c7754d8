package org.silian.organisation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows persons: a name, and a phone number where there is one. Nothing else is kept. */
@Component
@Transactional
public class PersonManagement {

  /**
   * Registers a person.
   *
   * @param phone in any usual form (R-COD-06)
   */
  public UUID register(String name, @Nullable String phone) {
    throw new UnsupportedOperationException();
  }

  /** The person with this phone number, in any usual form. */
  public Optional<UUID> byPhone(String phone) {
    throw new UnsupportedOperationException();
  }

  /** The name; refused as {@code organisation.person-not-found}. */
  public String name(UUID person) {
    throw new UnsupportedOperationException();
  }

  /** The phone number in the clear. */
  public @Nullable String phone(UUID person) {
    throw new UnsupportedOperationException();
  }

  /** The phone number as it may be shown: {@code 138****1234}. */
  public @Nullable String maskedPhone(UUID person) {
    throw new UnsupportedOperationException();
  }

  /** {@code 138****1234} (R-COD-06). */
  public static String maskPhone(String phone) {
    return PhoneNumber.parse(phone).masked();
  }

  /** {@code 张*} (R-COD-08). */
  public static String maskName(String name) {
    return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
  }
}
