package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.access.InvitationController.InvitationLink;
import org.silian.access.InvitationController.InvitedPerson;
import org.silian.access.InvitationController.InvitingOrganisation;
import org.silian.access.OpenInvitations.OpenInvitation;
import org.silian.api.Cursor;
import org.silian.api.Idempotency;
import org.silian.api.Page;
import org.silian.journal.Actor;
import org.silian.organisation.PersonManagement;
import org.silian.organisation.PhoneNumber;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.silian.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The invitations that wait to be taken up. */
@RestController
@RequestMapping(path = "/api/invitations", produces = MediaType.APPLICATION_JSON_VALUE)
class OpenInvitationController {

  private final OpenInvitations open;
  private final Invitations invitations;
  private final ShortMessages messages;
  private final Entrance entrance;
  private final PersonManagement persons;
  private final Idempotency idempotency;
  private final Rates rates;
  private final Clock clock;

  OpenInvitationController(
      OpenInvitations open,
      Invitations invitations,
      ShortMessages messages,
      Entrance entrance,
      PersonManagement persons,
      Idempotency idempotency,
      Rates rates,
      Clock clock) {
    this.open = open;
    this.invitations = invitations;
    this.messages = messages;
    this.entrance = entrance;
    this.persons = persons;
    this.idempotency = idempotency;
    this.rates = rates;
    this.clock = clock;
  }

  /**
   * An invitation that nobody has taken up.
   *
   * @param phone masked
   * @param expired whether its link has run out
   * @param awaitsApproval whether its appointment does; until then the link opens nothing
   */
  record OpenInvitationRow(
      UUID id,
      InvitedPerson person,
      String name,
      @Nullable String phone,
      Role role,
      String roleName,
      InvitingOrganisation organisation,
      Instant expires,
      boolean expired,
      boolean awaitsApproval) {}

  @GetMapping
  @Requires("access.invite")
  Page<OpenInvitationRow> list(
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    return open.list(Cursor.parse(after), size).map(this::row);
  }

  /** A new link; the old one is dead. */
  @PostMapping("/{id}/renewal")
  @Requires("access.invite")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationLink renew(@PathVariable UUID id, @RequestHeader("Idempotency-Key") String key) {
    var inviter = Actor.current().personOrRefuse();
    rates.spend(RateLimit.INVITATIONS_OF_PERSON, inviter.toString());
    var renewed = idempotency.once(inviter, key, "renewal of " + id, () -> open.renew(id));
    return InvitationLink.of(
        open.get(renewed), invitations.path(renewed), messages.areConfigured());
  }

  /**
   * Sends the link to the person's phone.
   *
   * @throws Refusal {@code access.no-messages} where no service is set, {@code access.not-mobile}
   */
  @PostMapping("/{id}/message")
  @Requires("access.invite")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void send(@PathVariable UUID id, HttpServletRequest request) {
    var invitation = open.get(id);
    if (!invitation.expires().isAfter(clock.instant())) {
      throw Refusal.notFound("access.invitation-gone");
    }
    if (!messages.areConfigured()) {
      throw Refusal.ruleBroken("access.no-messages");
    }
    var digits = persons.phone(invitation.person());
    var phone = digits == null ? null : new PhoneNumber(digits);
    if (phone == null || !phone.isMobile()) {
      throw Refusal.ruleBroken("access.not-mobile");
    }
    rates.spend(RateLimit.INVITATIONS_TO_PHONE, phone.digits());
    var link =
        ServletUriComponentsBuilder.fromContextPath(request)
            .path(invitations.path(id))
            .toUriString();
    messages.sendInvitation(phone, link, invitation.expires());
  }

  @PostMapping("/{id}/withdrawal")
  @Requires("access.invite")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id) {
    open.withdraw(id);
  }

  private OpenInvitationRow row(OpenInvitation row) {
    return new OpenInvitationRow(
        row.id(),
        new InvitedPerson(row.person()),
        row.name(),
        persons.maskedPhone(row.person()),
        row.role(),
        entrance.roleName(row.role()),
        new InvitingOrganisation(row.organisation(), row.organisationName()),
        row.expires(),
        !row.expires().isAfter(clock.instant()),
        row.awaitsApproval());
  }
}
