package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Open;
import org.silian.permission.SignedIn;
import org.silian.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One-time codes, and the password that one of them allows to change. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class CodeController {

  private final Codes codes;
  private final ShortMessages messages;
  private final SignIn signIn;
  private final PersonManagement persons;
  private final Rates rates;
  private final boolean demo;

  CodeController(
      Codes codes,
      ShortMessages messages,
      SignIn signIn,
      PersonManagement persons,
      Rates rates,
      AccessProperties properties) {
    this.codes = codes;
    this.messages = messages;
    this.signIn = signIn;
    this.persons = persons;
    this.rates = rates;
    this.demo = properties.demo();
  }

  record CodeRequest(@Size(max = 30) String phone, CodePurpose purpose) {}

  /**
   * @param expiresIn in seconds
   * @param shown the code itself, in the demo alone
   */
  record CodeView(long expiresIn, @Nullable String shown) {}

  record PasswordRequest(
      @Size(max = 30) String phone,
      @Pattern(regexp = "\\d{6}") String code,
      @Size(max = 256) String password) {}

  /** Answers alike whether or not anybody has the phone; the message goes only where it is due. */
  @PostMapping("/codes")
  @Open
  @ResponseStatus(HttpStatus.ACCEPTED)
  CodeView code(@Valid @RequestBody CodeRequest body, HttpServletRequest request) {
    var phone = PhoneNumber.parse(body.phone());
    if (!phone.isMobile()) {
      throw Refusal.invalid("access.not-mobile", "phone");
    }
    if (!demo && !messages.areConfigured()) {
      throw Refusal.ruleBroken("access.no-codes");
    }
    rates.spend(RateLimit.CODES_FROM_ADDRESS, ClientAddress.of(request));
    rates.spend(RateLimit.CODES_TO_PHONE_IN_A_MINUTE, phone.digits());
    rates.spend(RateLimit.CODES_TO_PHONE, phone.digits());
    var code = codes.issue(phone, body.purpose());
    boolean due = body.purpose() == CodePurpose.REGISTER || signIn.isKnown(phone);
    if (due && messages.areConfigured()) {
      messages.sendCode(phone, body.purpose(), code);
    }
    return new CodeView(Codes.LIFE.toSeconds(), demo ? code : null);
  }

  /** To the phone of whoever is signed in, to prove again that it is she. */
  @PostMapping("/codes/own")
  @SignedIn
  @HalfIn({Owed.ENROLMENT, Owed.PASSWORD})
  @ResponseStatus(HttpStatus.ACCEPTED)
  CodeView ownCode(HttpServletRequest request) {
    var phone = persons.phone(ActiveSession.of(request).person());
    if (phone == null) {
      throw Refusal.ruleBroken("access.no-codes");
    }
    return code(new CodeRequest(phone, CodePurpose.SIGN_IN), request);
  }

  @PutMapping("/password")
  @Open
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@Valid @RequestBody PasswordRequest body, HttpServletRequest request) {
    var phone = PhoneNumber.parse(body.phone());
    rates.spend(RateLimit.SIGN_INS_FROM_ADDRESS, ClientAddress.of(request));
    rates.spend(RateLimit.RESETS_OF_PHONE, phone.digits());
    signIn.reset(phone, body.code(), body.password());
  }
}
