package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.permission.FreshSignIn;
import org.silian.permission.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own security: password, second factors, passkeys, sessions. */
@RestController
@RequestMapping(path = "/api/me/security", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnSecurityController {

  private final OwnSecurity own;
  private final Entrance entrance;

  OwnSecurityController(OwnSecurity own, Entrance entrance) {
    this.own = own;
    this.entrance = entrance;
  }

  /**
   * @param passwordSince absent for whoever signs in with codes
   * @param totpSince absent without an authenticator app
   * @param needsSecondFactor whether one of the posts demands one
   * @param passwordClasses how many kinds of characters a password needs
   */
  record OwnSecurityView(
      @Nullable Instant passwordSince,
      @Nullable Instant totpSince,
      List<OwnPasskey> passkeys,
      int recoveryCodes,
      boolean needsSecondFactor,
      long passwordClasses,
      List<OwnSession> sessions) {}

  record OwnPasskey(UUID id, String name, Instant created, @Nullable Instant used) {}

  /**
   * @param current whether it is this one
   */
  record OwnSession(Instant started, Instant last, boolean current) {}

  /**
   * @param secret to type where nothing can be scanned
   * @param address what the square code says
   */
  record TotpView(String secret, String address, int squareSize, String squarePath) {}

  record TotpCode(@Pattern(regexp = "\\d{6}") String code) {}

  /**
   * @param recoveryCodes shown this once; none where there are some already
   */
  record EnrolledView(List<String> recoveryCodes, Entrance.SessionView session) {}

  record RecoveryCodesView(List<String> recoveryCodes) {}

  /**
   * What the browser needs to make a passkey; all bytes in base64url.
   *
   * @param known passkeys of the person, none of which is made twice on one device
   */
  record PasskeyOptions(
      String challenge,
      String host,
      String hostName,
      String user,
      String userName,
      List<String> known) {}

  /**
   * @param passkey what the browser answered, as JSON
   */
  record NewPasskey(@NotBlank @Size(max = 40) String name, @Size(max = 20_000) String passkey) {}

  record PasskeyName(@NotBlank @Size(max = 40) String name) {}

  record NewPassword(@Size(max = 256) String password) {}

  @GetMapping
  @SignedIn
  @HalfIn({Owed.ENROLMENT, Owed.PASSWORD})
  OwnSecurityView security(HttpServletRequest request) {
    return own.view(ActiveSession.of(request));
  }

  @PostMapping("/totp")
  @SignedIn
  @HalfIn(Owed.ENROLMENT)
  @FreshSignIn
  TotpView beginTotp(HttpServletRequest request) {
    return own.beginTotp(ActiveSession.of(request));
  }

  @PostMapping("/totp/confirmation")
  @SignedIn
  @HalfIn(Owed.ENROLMENT)
  @FreshSignIn
  EnrolledView confirmTotp(
      @Valid @RequestBody TotpCode body, HttpServletRequest request, HttpServletResponse response) {
    var session = ActiveSession.of(request);
    var codes = own.confirmTotp(session, body.code());
    return new EnrolledView(codes, entrance.goOn(session, SignInWay.TOTP, request, response));
  }

  @DeleteMapping("/totp")
  @SignedIn
  @FreshSignIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeTotp(HttpServletRequest request) {
    own.removeTotp(ActiveSession.of(request));
  }

  @PostMapping("/recovery-codes")
  @SignedIn
  @FreshSignIn
  RecoveryCodesView newRecoveryCodes(HttpServletRequest request) {
    return new RecoveryCodesView(own.newRecoveryCodes(ActiveSession.of(request)));
  }

  @PostMapping("/passkey-options")
  @SignedIn
  @HalfIn(Owed.ENROLMENT)
  @FreshSignIn
  PasskeyOptions passkeyOptions(HttpServletRequest request) {
    return own.passkeyOptions(ActiveSession.of(request), request);
  }

  @PostMapping("/passkeys")
  @SignedIn
  @HalfIn(Owed.ENROLMENT)
  @FreshSignIn
  EnrolledView addPasskey(
      @Valid @RequestBody NewPasskey body,
      HttpServletRequest request,
      HttpServletResponse response) {
    var session = ActiveSession.of(request);
    var codes = own.addPasskey(session, body.name().strip(), body.passkey(), request);
    return new EnrolledView(codes, entrance.goOn(session, SignInWay.PASSKEY, request, response));
  }

  @PutMapping("/passkeys/{id}")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void renamePasskey(
      @PathVariable UUID id, @Valid @RequestBody PasskeyName body, HttpServletRequest request) {
    own.renamePasskey(ActiveSession.of(request), id, body.name().strip());
  }

  @DeleteMapping("/passkeys/{id}")
  @SignedIn
  @FreshSignIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePasskey(@PathVariable UUID id, HttpServletRequest request) {
    own.removePasskey(ActiveSession.of(request), id);
  }

  @PutMapping("/password")
  @SignedIn
  @HalfIn(Owed.PASSWORD)
  @FreshSignIn
  Entrance.SessionView changePassword(
      @Valid @RequestBody NewPassword body,
      HttpServletRequest request,
      HttpServletResponse response) {
    var session = ActiveSession.of(request);
    own.changePassword(session, body.password());
    return entrance.enterAgain(session, request, response);
  }

  /** Signs out everywhere else. */
  @DeleteMapping("/sessions")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOtherSessions(HttpServletRequest request) {
    own.endOtherSessions(ActiveSession.of(request));
  }
}
