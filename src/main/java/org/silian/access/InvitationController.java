package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.access.OpenInvitations.OpenInvitation;
import org.silian.api.Idempotency;
import org.silian.journal.Actor;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inviting staff, and taking an invitation up. */
@RestController
@RequestMapping(path = "/api/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationController {

  private final Invitations invitations;
  private final OpenInvitations open;
  private final ShortMessages messages;
  private final Entrance entrance;
  private final Idempotency idempotency;
  private final Rates rates;

  InvitationController(
      Invitations invitations,
      OpenInvitations open,
      ShortMessages messages,
      Entrance entrance,
      Idempotency idempotency,
      Rates rates) {
    this.invitations = invitations;
    this.open = open;
    this.messages = messages;
    this.entrance = entrance;
    this.idempotency = idempotency;
    this.rates = rates;
  }

  record InvitationRequest(
      @NotBlank @Size(max = 40) String name,
      @Size(max = 30) String phone,
      Role role,
      UUID organisation,
      LocalDate from,
      @Nullable LocalDate to,
      @Nullable @Size(max = 60) String document) {}

  /**
   * @param link the path to hand over; shown once more if the request is sent again
   * @param awaitsApproval whether the appointment does; until then the link opens nothing
   * @param sendable whether it can go to the person's phone as a short message
   */
  record InvitationLink(
      UUID id,
      String link,
      Instant expires,
      InvitedPerson person,
      boolean awaitsApproval,
      boolean sendable) {

    static InvitationLink of(OpenInvitation invitation, String path, boolean sendable) {
      return new InvitationLink(
          invitation.id(),
          path,
          invitation.expires(),
          new InvitedPerson(invitation.person()),
          invitation.awaitsApproval(),
          sendable && !invitation.awaitsApproval());
    }
  }

  record InvitedPerson(UUID id) {}

  record InvitationView(
      String name,
      Role role,
      String roleName,
      InvitingOrganisation organisation,
      Instant expires) {}

  record InvitingOrganisation(UUID id, String name) {}

  /**
   * @param phoneCode a SIGN_IN code, where the person has an account already
   */
  record AcceptanceRequest(
      @Nullable @Pattern(regexp = "\\d{6}") String phoneCode, @Size(max = 256) String password) {}

  @PostMapping
  @Requires("access.invite")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationLink invite(
      @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody InvitationRequest body) {
    var inviter = Actor.current().personOrRefuse();
    rates.spend(RateLimit.INVITATIONS_OF_PERSON, inviter.toString());
    var inviting =
        new Invitations.Inviting(
            body.name(),
            body.phone(),
            body.role(),
            body.organisation(),
            body.from(),
            body.to(),
            body.document());
    var id = idempotency.once(inviter, key, inviting, () -> invitations.invite(inviting));
    return InvitationLink.of(open.get(id), invitations.path(id), messages.areConfigured());
  }

  @GetMapping("/{token}")
  @Open
  InvitationView invitation(@PathVariable String token, HttpServletRequest request) {
    rates.spend(RateLimit.LINKS_FROM_ADDRESS, ClientAddress.of(request));
    var invitation = invitations.find(token);
    return new InvitationView(
        invitation.name(),
        invitation.role(),
        entrance.roleName(invitation.role()),
        new InvitingOrganisation(invitation.organisation(), invitation.organisationName()),
        invitation.expires());
  }

  @PostMapping("/{token}/acceptance")
  @Open
  @ResponseStatus(HttpStatus.CREATED)
  Entrance.SessionView accept(
      @PathVariable String token,
      @Valid @RequestBody AcceptanceRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    rates.spend(RateLimit.LINKS_FROM_ADDRESS, ClientAddress.of(request));
    var person = invitations.accept(token, body.phoneCode(), body.password());
    return entrance.enter(person, SignInWay.INVITATION, request, response);
  }
}
