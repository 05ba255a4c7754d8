package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Open;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Coming in, choosing the post to act in, going out. */
@RestController
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {

  private final SignIn signIn;
  private final Sessions sessions;
  private final Entrance entrance;
  private final Rates rates;
  private final Consents consents;

  SessionController(
      SignIn signIn, Sessions sessions, Entrance entrance, Rates rates, Consents consents) {
    this.consents = consents;
    this.signIn = signIn;
    this.sessions = sessions;
    this.entrance = entrance;
    this.rates = rates;
  }

  /**
   * @param password or code: one of the two
   */
  record SignInRequest(
      @Size(max = 30) String phone,
      @Nullable @Size(max = 256) String password,
      @Nullable @Pattern(regexp = "\\d{6}") String code) {}

  /**
   * @param post absent to act for oneself
   */
  record PostRequest(@Nullable UUID post) {}

  @GetMapping
  @SignedIn
  @HalfIn({Owed.SECOND_FACTOR, Owed.ENROLMENT, Owed.PASSWORD})
  Entrance.SessionView session(HttpServletRequest request) {
    return entrance.view(ActiveSession.of(request));
  }

  @PostMapping
  @Open
  Entrance.SessionView signIn(
      @Valid @RequestBody SignInRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    var phone = PhoneNumber.parse(body.phone());
    rates.spend(RateLimit.SIGN_INS_FROM_ADDRESS, ClientAddress.of(request));
    rates.spend(RateLimit.SIGN_INS_OF_PHONE, phone.digits());
    if (body.password() != null) {
      var person = signIn.byPassword(phone, body.password());
      consents.refuseIfWithdrawn(person);
      return entrance.enter(person, SignInWay.PASSWORD, request, response);
    }
    if (body.code() != null) {
      var person = signIn.byCode(phone, body.code());
      consents.refuseIfWithdrawn(person);
      return entrance.enter(person, SignInWay.CODE, request, response);
    }
    throw Refusal.invalid("access.proof", "password");
  }

  @PutMapping("/post")
  @SignedIn
  Entrance.SessionView choosePost(
      @Valid @RequestBody PostRequest body, HttpServletRequest request) {
    return entrance.view(sessions.choose(ActiveSession.of(request), body.post()));
  }

  /** Open, because a session that is over can be left too. */
  @DeleteMapping
  @Open
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.read(request).ifPresent(sessions::end);
    SessionCookie.clear(request, response);
  }
}
