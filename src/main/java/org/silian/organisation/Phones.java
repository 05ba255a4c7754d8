package org.silian.organisation;

import org.jspecify.annotations.Nullable;
import org.silian.vault.FieldCipher;
import org.springframework.stereotype.Component;

/** Phone numbers as the database has them: sealed, and found without being read. */
@Component
class Phones {

  private static final String FIELD = "organisation_person.phone";

  private final FieldCipher cipher;

  Phones(FieldCipher cipher) {
    this.cipher = cipher;
  }

  byte[] seal(PhoneNumber phone) {
    return cipher.encrypt(FIELD, phone.digits());
  }

  byte[] index(PhoneNumber phone) {
    return cipher.blindIndex(FIELD, phone.digits());
  }

  @Nullable PhoneNumber open(byte @Nullable [] sealed) {
    return sealed == null ? null : new PhoneNumber(cipher.decrypt(FIELD, sealed));
  }

  @Nullable String masked(byte @Nullable [] sealed) {
    var phone = open(sealed);
    return phone == null ? null : phone.masked();
  }
}
