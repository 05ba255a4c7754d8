package org.silian.access;

import com.github.f4b6a3.uuid.UuidCreator;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.access.SecurityEvents.Kind;
import org.silian.access.SecurityEvents.Outcome;
import org.silian.problem.Refusal;
import org.silian.tenancy.District;
import org.silian.vault.FieldCipher;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (WebAuthn): kept by a person's own devices, each good for the host name of one district,
 * opened by its holder. What kind of device made one is neither asked for nor kept.
 */
@Component
class Passkeys {

  static final int MOST = 10;
  private static final ObjectConverter CONVERTER = new ObjectConverter();

  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(CONVERTER);
  private final Challenges challenges;
  private final AccountManagement accounts;
  private final SecondFactors factors;
  private final SecurityEvents record;
  private final FieldCipher cipher;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Passkeys(
      Challenges challenges,
      AccountManagement accounts,
      SecondFactors factors,
      SecurityEvents record,
      FieldCipher cipher,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.challenges = challenges;
    this.accounts = accounts;
    this.factors = factors;
    this.record = record;
    this.cipher = cipher;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** A passkey in its holder's list. */
  record Passkey(UUID id, String name, Instant createdAt, @Nullable Instant usedAt) {}

  private record Kept(UUID id, UUID person, byte[] credential, long count) {}

  /** The host name for which passkeys are good: the district's own, else the one that was asked. */
  static String host(HttpServletRequest request) {
    var host = District.current().host();
    return host == null ? request.getServerName() : host;
  }

  /** By this a device knows whose passkey it keeps; it says nothing about the person. */
  byte[] handle(UUID person) {
    return cipher.blindIndex("access-passkey", person.toString());
  }

  /** The credential ids of the person's passkeys, so that a device keeps no two. */
  List<byte[]> ids(UUID person) {
    return jdbc.sql("select credential_id from access_passkey where person_id = ?")
        .param(person)
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  List<Passkey> of(UUID person) {
    return jdbc.sql(
            """
            select id, name, created_at, used_at from access_passkey where person_id = ?
            order by created_at, id""")
        .param(person)
        .query(
            (row, n) -> {
              var used = row.getObject("used_at", OffsetDateTime.class);
              return new Passkey(
                  row.getObject("id", UUID.class),
                  row.getString("name"),
                  row.getObject("created_at", OffsetDateTime.class).toInstant(),
                  used == null ? null : used.toInstant());
            })
        .list();
  }

  /**
   * Keeps a new passkey.
   *
   * @param answer what the browser answered, as JSON
   * @throws Refusal {@code access.passkey} where it does not prove what it must, {@code
   *     access.passkeys-full}
   */
  @Transactional
  public void register(UUID person, String name, String answer, HttpServletRequest request) {
    if (ids(person).size() >= MOST) {
      throw Refusal.ruleBroken("access.passkeys-full").with("most", MOST);
    }
    var attested = verified(person, answer, request).getAttestationObject();
    var made = attested == null ? null : attested.getAuthenticatorData();
    var data = made == null ? null : made.getAttestedCredentialData();
    if (made == null || data == null) {
      throw refused();
    }
    jdbc.sql(
            """
            insert into access_passkey
              (id, person_id, credential_id, credential, sign_count, name, created_at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(
            UuidCreator.getTimeOrderedEpoch(),
            person,
            data.getCredentialId(),
            credentials.convert(
                new AttestedCredentialData(AAGUID.ZERO, data.getCredentialId(), data.getCOSEKey())),
            made.getSignCount(),
            name,
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    factors.tellAdded(person, Factor.PASSKEY);
  }

  /**
   * The person whom a passkey proves.
   *
   * @throws Refusal {@code access.passkey}
   */
  UUID prove(String answer, HttpServletRequest request) {
    var data = parse(answer);
    var kept = kept(data);
    if (kept.isEmpty()) {
      record.noteUnknown(Outcome.WRONG, SignInWay.PASSKEY);
      throw refused();
    }
    var person = kept.get().person();
    var handle = data.getUserHandle();
    boolean hers = handle == null || MessageDigest.isEqual(handle, handle(person));
    try {
      if (!hers) {
        throw refused();
      }
      verify(data, kept.get(), request);
    } catch (MaliciousCounterValueException e) {
      record.note(Kind.SIGN_IN, Outcome.COUNTER, SignInWay.PASSKEY, person);
      throw refused();
    } catch (VerificationException | Refusal e) {
      record.note(Kind.SIGN_IN, Outcome.WRONG, SignInWay.PASSKEY, person);
      throw refused();
    }
    return person;
  }

  /** Gives a passkey of the person another name. */
  void rename(UUID person, UUID id, String name) {
    int renamed =
        jdbc.sql("update access_passkey set name = ? where id = ? and person_id = ?")
            .params(name, id, person)
            .update();
    if (renamed == 0) {
      throw Refusal.notFound("access.factor-not-found");
    }
  }

  @Transactional
  public void remove(UUID person, UUID id) {
    int removed =
        jdbc.sql("delete from access_passkey where id = ? and person_id = ?")
            .params(id, person)
            .update();
    if (removed == 0) {
      throw Refusal.notFound("access.factor-not-found");
    }
    events.publishEvent(
        new FactorRemoved(person, Factor.PASSKEY, accounts.home(person), clock.instant()));
    factors.forgetCodesWithoutFactor(person);
  }

  private RegistrationData verified(UUID person, String answer, HttpServletRequest request) {
    try {
      var data = webAuthn.parseRegistrationResponseJSON(answer);
      var server = server(data.getCollectedClientData(), person, request);
      return webAuthn.verify(data, new RegistrationParameters(server, null, true, true));
    } catch (RuntimeException e) {
      // Anybody may send anything, and the library makes many things of it.
      throw refused();
    }
  }

  private AuthenticationData parse(String answer) {
    try {
      return webAuthn.parseAuthenticationResponseJSON(answer);
    } catch (RuntimeException e) {
      throw refused();
    }
  }

  private void verify(AuthenticationData data, Kept kept, HttpServletRequest request) {
    var server = server(data.getCollectedClientData(), null, request);
    var record =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            null,
            null,
            null,
            kept.count(),
            credentials.convert(kept.credential()),
            null,
            null,
            null,
            null);
    webAuthn.verify(data, new AuthenticationParameters(server, record, null, true, true));
    var signed = data.getAuthenticatorData();
    jdbc.sql("update access_passkey set sign_count = ?, used_at = ? where id = ?")
        .params(
            signed == null ? kept.count() : signed.getSignCount(),
            clock.instant().atOffset(ZoneOffset.UTC),
            kept.id())
        .update();
  }

  /** What the browser must have signed: this place, and a challenge of ours not used before. */
  private ServerProperty server(
      @Nullable CollectedClientData client, @Nullable UUID person, HttpServletRequest request) {
    if (client == null || !challenges.use(client.getChallenge().getValue(), person)) {
      throw refused();
    }
    return ServerProperty.builder()
        .origin(origin(request))
        .rpId(host(request))
        .challenge(client.getChallenge())
        .build();
  }

  private static Origin origin(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return new Origin(
        request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port));
  }

  @SuppressWarnings("NullAway") // the library's annotation means the array, not its elements
  private Optional<Kept> kept(AuthenticationData data) {
    return jdbc.sql(
            """
            select id, person_id, credential, sign_count from access_passkey
            where credential_id = ?""")
        .param(data.getCredentialId())
        .query(
            (row, n) ->
                new Kept(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getBytes("credential"),
                    row.getLong("sign_count")))
        .optional();
  }

  private static Refusal refused() {
    return Refusal.signedOut("access.passkey");
  }
}
