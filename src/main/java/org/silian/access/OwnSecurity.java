package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.silian.access.OwnSecurityController.OwnPasskey;
import org.silian.access.OwnSecurityController.OwnSecurityView;
import org.silian.access.OwnSecurityController.OwnSession;
import org.silian.access.OwnSecurityController.PasskeyOptions;
import org.silian.access.OwnSecurityController.TotpView;
import org.silian.organisation.PersonManagement;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person does about her own security. Whatever changes a factor signs her out everywhere
 * else. A session that is half in acts here for its person alone.
 */
@Component
class OwnSecurity {

  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Challenges challenges;
  private final AccountManagement accounts;
  private final PersonManagement persons;
  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SecuritySettings settings;
  private final Lock lock;
  private final TransactionTemplate transaction;

  OwnSecurity(
      SecondFactors factors,
      Passkeys passkeys,
      Challenges challenges,
      AccountManagement accounts,
      PersonManagement persons,
      PasswordPolicy policy,
      Passwords passwords,
      Sessions sessions,
      SecuritySettings settings,
      Lock lock,
      TransactionTemplate transaction) {
    this.factors = factors;
    this.passkeys = passkeys;
    this.challenges = challenges;
    this.accounts = accounts;
    this.persons = persons;
    this.policy = policy;
    this.passwords = passwords;
    this.sessions = sessions;
    this.settings = settings;
    this.lock = lock;
    this.transaction = transaction;
  }

  OwnSecurityView view(ActiveSession session) {
    var person = session.person();
    OffsetDateTime totp = factors.since(person);
    return new OwnSecurityView(
        session.proofs().passwordAt(),
        totp == null ? null : totp.toInstant(),
        passkeys.of(person).stream()
            .map(key -> new OwnPasskey(key.id(), key.name(), key.createdAt(), key.usedAt()))
            .toList(),
        factors.recoveryCodesLeft(person),
        needsSecondFactor(session),
        settings.amount(SecuritySetting.PASSWORD_CLASSES),
        sessions.of(session).stream()
            .map(each -> new OwnSession(each.startedAt(), each.lastAt(), each.current()))
            .toList());
  }

  TotpView beginTotp(ActiveSession session) {
    var totp = factors.begin(session.person());
    var place = District.current().name();
    var address =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(plain(place), plain(session.name()), totp.text(), plain(place));
    var square = SquareCode.of(address);
    return new TotpView(totp.text(), address, square.size(), square.path());
  }

  List<String> confirmTotp(ActiveSession session, String code) {
    lock.refuseIfLocked(session.person());
    return as(
        session,
        () -> {
          var codes = factors.confirm(session.person(), code);
          sessions.endOthers(session);
          return codes;
        });
  }

  /**
   * @throws Refusal {@code access.factor-needed} for the last one of somebody whose posts demand
   *     one
   */
  void removeTotp(ActiveSession session) {
    refuseIfNeeded(session, passkeys.of(session.person()).isEmpty());
    as(
        session,
        () -> {
          factors.remove(session.person());
          sessions.endOthers(session);
          return "";
        });
  }

  /**
   * @throws Refusal {@code access.factor-not-found} for whoever has no second factor
   */
  List<String> newRecoveryCodes(ActiveSession session) {
    if (!session.proofs().hasTotp() && !session.proofs().hasPasskey()) {
      throw Refusal.notFound("access.factor-not-found");
    }
    return as(session, () -> factors.newRecoveryCodes(session.person()));
  }

  PasskeyOptions passkeyOptions(ActiveSession session, HttpServletRequest request) {
    var person = session.person();
    return new PasskeyOptions(
        text(challenges.issue(person)),
        Passkeys.host(request),
        District.current().name(),
        text(passkeys.handle(person)),
        session.name(),
        passkeys.ids(person).stream().map(OwnSecurity::text).toList());
  }

  /**
   * Recovery codes come with the first factor of somebody whose posts demand one: with a passkey as
   * her only one she would be locked out with her device.
   */
  List<String> addPasskey(
      ActiveSession session, String name, String answer, HttpServletRequest request) {
    var person = session.person();
    return as(
        session,
        () -> {
          passkeys.register(person, name, answer, request);
          sessions.endOthers(session);
          return needsSecondFactor(session) && factors.recoveryCodesLeft(person) == 0
              ? factors.newRecoveryCodes(person)
              : List.of();
        });
  }

  void renamePasskey(ActiveSession session, UUID id, String name) {
    passkeys.rename(session.person(), id, name);
  }

  /**
   * @throws Refusal {@code access.factor-needed}
   */
  void removePasskey(ActiveSession session, UUID id) {
    boolean last = passkeys.of(session.person()).size() == 1 && !session.proofs().hasTotp();
    refuseIfNeeded(session, last);
    as(
        session,
        () -> {
          passkeys.remove(session.person(), id);
          sessions.endOthers(session);
          return "";
        });
  }

  void changePassword(ActiveSession session, String password) {
    var person = session.person();
    policy.check(password, session.name(), persons.phone(person));
    policy.refuseUsed(person, password);
    var hash = passwords.hash(password);
    as(
        session,
        () -> {
          accounts.changePassword(person, hash);
          return "";
        });
  }

  void endOtherSessions(ActiveSession session) {
    sessions.endOthers(session);
  }

  private boolean needsSecondFactor(ActiveSession session) {
    return session.posts().stream().map(Post::role).anyMatch(settings::needsSecondFactor);
  }

  private void refuseIfNeeded(ActiveSession session, boolean last) {
    if (last && needsSecondFactor(session)) {
      throw Refusal.ruleBroken("access.factor-needed");
    }
  }

  private <T> T as(ActiveSession session, Supplier<T> work) {
    return session.self().call(() -> transaction.execute(status -> work.get()));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String plain(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
