package org.silian.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.privacy.PersonProof;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;

/** Proves by password or code that it still is the person who signed in. */
@Component
class OwnProof implements PersonProof {

  private final PersonManagement persons;
  private final SignIn signIn;

  OwnProof(PersonManagement persons, SignIn signIn) {
    this.persons = persons;
    this.signIn = signIn;
  }

  @Override
  public void prove(UUID person, @Nullable String password, @Nullable String code) {
    var digits = persons.phone(person);
    if (digits == null || (password == null && code == null)) {
      throw Refusal.invalid("access.proof", "code");
    }
    var phone = new PhoneNumber(digits);
    try {
      if (password != null) {
        signIn.byPassword(phone, password);
      } else if (code != null) {
        signIn.byCode(phone, code);
      }
    } catch (Refusal refusal) {
      throw refusal.kind() == Refusal.Kind.SIGNED_OUT
          ? Refusal.invalid(
              password == null ? "access.code" : "access.own-password",
              password == null ? "code" : "password")
          : refusal;
    }
  }
}
