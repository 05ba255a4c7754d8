package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Open;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering oneself. The code is good for one use, so the request needs no other key. */
@RestController
@RequestMapping(path = "/api/registrations", produces = MediaType.APPLICATION_JSON_VALUE)
class RegistrationController {

  private final Registration registration;
  private final Entrance entrance;
  private final Rates rates;

  RegistrationController(Registration registration, Entrance entrance, Rates rates) {
    this.registration = registration;
    this.entrance = entrance;
    this.rates = rates;
  }

  record RegistrationRequest(
      @Size(max = 30) String phone,
      @Pattern(regexp = "\\d{6}") String code,
      @NotBlank @Size(max = 40) String name,
      UUID community,
      Role standing,
      @Size(max = 40) String noticeVersion) {}

  @PostMapping
  @Open
  @ResponseStatus(HttpStatus.CREATED)
  Entrance.SessionView register(
      @Valid @RequestBody RegistrationRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!body.standing().isStanding()) {
      throw Refusal.invalid("access.standing", "standing");
    }
    rates.spend(RateLimit.REGISTRATIONS_FROM_ADDRESS, ClientAddress.of(request));
    var person =
        registration.register(
            new Registration.Registering(
                PhoneNumber.parse(body.phone()),
                body.code(),
                body.name(),
                body.community(),
                body.standing(),
                body.noticeVersion()));
    return entrance.enter(person, SignInWay.REGISTRATION, request, response);
  }
}
