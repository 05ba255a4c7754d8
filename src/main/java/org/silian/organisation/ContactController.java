package org.silian.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.journal.Actor;
import org.silian.organisation.Contacts.Contact;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The telephone and the counter: for everybody to read, for the community's own posts to write. */
@RestController
@RequestMapping(path = "/api/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
class ContactController {

  private final Contacts contacts;
  private final OrganisationDirectory directory;

  ContactController(Contacts contacts, OrganisationDirectory directory) {
    this.contacts = contacts;
    this.directory = directory;
  }

  /**
   * How a community is reached.
   *
   * @param phone as one dials it
   * @param address of the counter
   * @param hours in which somebody is there, in words
   * @param version 0 where nothing has been told yet
   */
  record ContactView(
      UUID id,
      String name,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String hours,
      long version) {}

  record ContactRequest(
      @Nullable @Pattern(regexp = "[0-9+][0-9 -]{4,24}") String phone,
      @Nullable @Size(max = 100) String address,
      @Nullable @Size(max = 100) String hours) {}

  @GetMapping("/{community}")
  @Open
  ContactView contact(@PathVariable UUID community) {
    return view(community(community));
  }

  @PutMapping("/{community}")
  @Requires("organisation.contact")
  ResponseEntity<ContactView> tell(
      @PathVariable UUID community,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody ContactRequest request) {
    var own = community(community);
    if (!own.path().startsWith(Reach.of(Actor.current()))) {
      throw Refusal.notFound("organisation.not-found");
    }
    contacts.tell(
        community,
        new Contact(
            blankToNull(request.phone()),
            blankToNull(request.address()),
            blankToNull(request.hours()),
            Revision.parse(ifMatch).version()));
    var view = view(own);
    return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
  }

  private OrganisationSummary community(UUID id) {
    return directory
        .find(id)
        .filter(organisation -> organisation.kind().isCommunity())
        .orElseThrow(() -> Refusal.notFound("organisation.not-found"));
  }

  private ContactView view(OrganisationSummary community) {
    var contact = contacts.of(community.id());
    return new ContactView(
        community.id(),
        community.name(),
        contact.phone(),
        contact.address(),
        contact.hours(),
        contact.version());
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
