package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silian.access.SecurityEvents.Kind;
import org.silian.access.SecurityEvents.Outcome;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Open;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second factor, signing in with a passkey, and proving again who one is. */
@RestController
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class ProofController {

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final SignIn signIn;
  private final Consents consents;
  private final Sessions sessions;
  private final Entrance entrance;
  private final PersonManagement persons;
  private final Lock lock;
  private final Rates rates;
  private final SecurityEvents events;

  ProofController(
      SecondFactors factors,
      Passkeys passkeys,
      Challenges challenges,
      SignIn signIn,
      Consents consents,
      Sessions sessions,
      Entrance entrance,
      PersonManagement persons,
      Lock lock,
      Rates rates,
      SecurityEvents events) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.signIn = signIn;
    this.consents = consents;
    this.sessions = sessions;
    this.entrance = entrance;
    this.persons = persons;
    this.lock = lock;
    this.rates = rates;
    this.events = events;
  }

  /**
   * @param code of the authenticator app, or else
   * @param recoveryCode one of the ten
   */
  record SecondFactorRequest(
      @Nullable @Pattern(regexp = "\\d{6}") String code,
      @Nullable @Size(max = 40) String recoveryCode) {}

  /**
   * One of the four.
   *
   * @param code sent to the person's phone
   * @param totp of the authenticator app
   * @param passkey what the browser answered, as JSON
   */
  record ProofRequest(
      @Nullable @Size(max = 256) String password,
      @Nullable @Pattern(regexp = "\\d{6}") String code,
      @Nullable @Pattern(regexp = "\\d{6}") String totp,
      @Nullable @Size(max = 20_000) String passkey) {}

  /**
   * @param challenge in base64url
   * @param host the relying party
   */
  record ChallengeView(String challenge, String host, long expiresIn) {}

  /**
   * @param passkey what the browser answered, as JSON
   */
  record PasskeyRequest(@Size(max = 20_000) String passkey) {}

  @PostMapping("/second-factor")
  @SignedIn
  @HalfIn(Owed.SECOND_FACTOR)
  Entrance.SessionView secondFactor(
      @Valid @RequestBody SecondFactorRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    var session = ActiveSession.of(request);
    rates.spend(RateLimit.SIGN_INS_FROM_ADDRESS, ClientAddress.of(request));
    if (body.code() != null) {
      var code = body.code();
      prove(session, SignInWay.TOTP, () -> factors.isRight(session.person(), code));
      return entrance.goOn(session, SignInWay.TOTP, request, response);
    }
    if (body.recoveryCode() != null) {
      var code = body.recoveryCode();
      prove(session, SignInWay.RECOVERY_CODE, () -> factors.recovers(session.person(), code));
      return entrance.goOn(session, SignInWay.RECOVERY_CODE, request, response);
    }
    throw Refusal.invalid("access.proof", "code");
  }

  /** Makes the session fresh for five minutes. */
  @PostMapping("/proof")
  @SignedIn
  @HalfIn({Owed.ENROLMENT, Owed.PASSWORD})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void proveAgain(@Valid @RequestBody ProofRequest body, HttpServletRequest request) {
    var session = ActiveSession.of(request);
    rates.spend(RateLimit.SIGN_INS_FROM_ADDRESS, ClientAddress.of(request));
    var way = proveAgain(session, body, request);
    sessions.prove(session);
    events.note(Kind.PROOF, Outcome.DONE, way, session.person());
  }

  @PostMapping("/passkey-challenge")
  @Open
  ChallengeView challenge(HttpServletRequest request) {
    rates.spend(RateLimit.SIGN_INS_FROM_ADDRESS, ClientAddress.of(request));
    return new ChallengeView(
        Base64.getUrlEncoder().withoutPadding().encodeToString(challenges.issue(null)),
        Passkeys.host(request),
        Challenges.LIFE.toSeconds());
  }

  @PostMapping("/passkey")
  @Open
  Entrance.SessionView byPasskey(
      @Valid @RequestBody PasskeyRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    rates.spend(RateLimit.SIGN_INS_FROM_ADDRESS, ClientAddress.of(request));
    var person = passkeys.prove(body.passkey(), request);
    consents.refuseIfWithdrawn(person);
    return entrance.enter(person, SignInWay.PASSKEY, request, response);
  }

  private SignInWay proveAgain(
      ActiveSession session, ProofRequest body, HttpServletRequest request) {
    if (body.totp() != null) {
      var totp = body.totp();
      prove(session, SignInWay.TOTP, () -> factors.isRight(session.person(), totp));
      return SignInWay.TOTP;
    }
    if (body.passkey() != null) {
      var answer = body.passkey();
      refuseOther(session, passkeys.prove(answer, request));
      return SignInWay.PASSKEY;
    }
    var phone = phone(session);
    rates.spend(RateLimit.SIGN_INS_OF_PHONE, phone.digits());
    if (body.password() != null) {
      var password = body.password();
      refuseOther(session, refusedHere(() -> signIn.byPassword(phone, password)));
      return SignInWay.PASSWORD;
    }
    if (body.code() != null) {
      var code = body.code();
      refuseOther(session, refusedHere(() -> signIn.byCode(phone, code)));
      return SignInWay.CODE;
    }
    throw Refusal.invalid("access.proof", "password");
  }

  /** Five wrong codes lock the factor, whatever else is right. */
  private void prove(ActiveSession session, SignInWay way, BooleanSupplier isRight) {
    var person = session.person();
    try {
      lock.refuseIfLocked(person);
      boolean right = isRight.getAsBoolean();
      lock.note(person, right);
      if (!right) {
        events.note(Kind.SECOND_FACTOR, Outcome.WRONG, way, person);
        throw Refusal.invalid(
            way == SignInWay.TOTP ? "access.totp-code" : "access.recovery-code",
            way == SignInWay.TOTP ? "code" : "recoveryCode");
      }
    } catch (Refusal refused) {
      if (refused.kind() == Refusal.Kind.TOO_MANY) {
        events.note(Kind.SECOND_FACTOR, Outcome.LOCKED, way, person);
      }
      throw refused;
    }
  }

  /**
   * Whoever is in stays in: a wrong password here is a wrong answer, not the end of the session.
   */
  private static UUID refusedHere(Supplier<UUID> proof) {
    try {
      return proof.get();
    } catch (Refusal refused) {
      throw refused.kind() == Refusal.Kind.SIGNED_OUT
          ? Refusal.invalid("access.proof-wrong", "password")
          : refused;
    }
  }

  private static void refuseOther(ActiveSession session, UUID proved) {
    if (!proved.equals(session.person())) {
      throw Refusal.invalid("access.proof-wrong", "password");
    }
  }

  private PhoneNumber phone(ActiveSession session) {
    var phone = persons.phone(session.person());
    if (phone == null) {
      throw Refusal.invalid("access.proof", "password");
    }
    return PhoneNumber.parse(phone);
  }
}
