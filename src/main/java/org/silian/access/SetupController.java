package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Open;
import org.silian.tenancy.District;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first administrator's way in, and the way back in of one who has no other. */
@RestController
@RequestMapping(path = "/api/setup", produces = MediaType.APPLICATION_JSON_VALUE)
class SetupController {

  private final AccessSetup setup;
  private final WayBack wayBack;
  private final Entrance entrance;
  private final Rates rates;

  SetupController(AccessSetup setup, WayBack wayBack, Entrance entrance, Rates rates) {
    this.setup = setup;
    this.wayBack = wayBack;
    this.entrance = entrance;
    this.rates = rates;
  }

  record SetupView(String district) {}

  record SetupRequest(
      @Size(max = 80) String token,
      @NotBlank @Size(max = 40) String name,
      @Size(max = 30) String phone,
      @Size(max = 256) String password) {}

  record WayBackRequest(
      @Size(max = 80) String token,
      @Size(max = 30) String phone,
      @Size(max = 256) String password) {}

  @GetMapping("/way-back/{token}")
  @Open
  SetupView findWayBack(@PathVariable String token, HttpServletRequest request) {
    rates.spend(RateLimit.LINKS_FROM_ADDRESS, ClientAddress.of(request));
    wayBack.refuseUnlessOpen(token);
    return new SetupView(District.current().name());
  }

  @PostMapping("/way-back")
  @Open
  @ResponseStatus(HttpStatus.CREATED)
  Entrance.SessionView takeWayBack(
      @Valid @RequestBody WayBackRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    rates.spend(RateLimit.LINKS_FROM_ADDRESS, ClientAddress.of(request));
    var phone = PhoneNumber.parse(body.phone());
    var person = wayBack.take(body.token(), phone, body.password());
    return entrance.enter(person, SignInWay.LINK, request, response);
  }

  @GetMapping("/{token}")
  @Open
  SetupView find(@PathVariable String token, HttpServletRequest request) {
    rates.spend(RateLimit.LINKS_FROM_ADDRESS, ClientAddress.of(request));
    setup.refuseUnlessOpen(token);
    return new SetupView(District.current().name());
  }

  @PostMapping
  @Open
  @ResponseStatus(HttpStatus.CREATED)
  Entrance.SessionView setUp(
      @Valid @RequestBody SetupRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    rates.spend(RateLimit.LINKS_FROM_ADDRESS, ClientAddress.of(request));
    var phone = PhoneNumber.parse(body.phone());
    var person = setup.setUp(body.token(), body.name(), phone, body.password());
    return entrance.enter(person, SignInWay.LINK, request, response);
  }
}
