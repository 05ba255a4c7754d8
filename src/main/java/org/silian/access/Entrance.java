package org.silian.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.language.Texts;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationKind;
import org.silian.organisation.PersonManagement;
import org.silian.permission.Permissions;
import org.silian.permission.Role;
import org.springframework.stereotype.Component;

/** Lets a proved person in, and shows her session as the client sees it. */
@Component
class Entrance {

  private final Sessions sessions;
  private final Arrivals arrivals;
  private final AccessProperties.SessionLimits limits;
  private final PersonManagement persons;
  private final OrganisationDirectory organisations;
  private final Permissions permissions;
  private final Texts texts;

  Entrance(
      Sessions sessions,
      Arrivals arrivals,
      AccessProperties properties,
      PersonManagement persons,
      OrganisationDirectory organisations,
      Permissions permissions,
      Texts texts) {
    this.sessions = sessions;
    this.arrivals = arrivals;
    this.limits = properties.access().session();
    this.persons = persons;
    this.organisations = organisations;
    this.permissions = permissions;
    this.texts = texts;
  }

  /**
   * @param post the post in use; absent where the person acts for herself
   * @param role the role in use: the post's, else the standing
   * @param permissions what this role may do
   * @param owed what must be given before anything opens; then there are no posts and permissions
   */
  record SessionView(
      SessionPerson person,
      @Nullable Role standing,
      @Nullable SessionCommunity community,
      List<SessionPost> posts,
      @Nullable UUID post,
      Role role,
      Set<String> permissions,
      @Nullable Owed owed) {}

  record SessionPerson(UUID id, String name, @Nullable String phone) {}

  record SessionCommunity(UUID id, String name) {}

  record SessionPost(
      UUID id,
      Role role,
      String roleName,
      SessionOrganisation organisation,
      LocalDate from,
      @Nullable LocalDate to) {}

  record SessionOrganisation(UUID id, String name, OrganisationKind kind) {}

  /**
   * Begins a session with a fresh token, whatever token the request came with.
   *
   * @throws Refusal {@code access.dormant} for an account that nobody has used for too long
   */
  SessionView enter(
      UUID person, SignInWay way, HttpServletRequest request, HttpServletResponse response) {
    arrivals.refuseIfDormant(person, way);
    SessionCookie.read(request).ifPresent(sessions::end);
    var session = sessions.start(person, way.isTwoFactors());
    arrivals.note(session, SecurityEvents.Kind.SIGN_IN, way);
    return admit(session, request, response);
  }

  /** Goes on with a session whose person has given what was owed. */
  SessionView goOn(
      ActiveSession session,
      SignInWay way,
      HttpServletRequest request,
      HttpServletResponse response) {
    var elevated = sessions.elevate(session);
    arrivals.note(elevated, SecurityEvents.Kind.SECOND_FACTOR, way);
    return admit(elevated, request, response);
  }

  /** Begins anew for somebody whose sessions have just ended with her old password. */
  SessionView enterAgain(
      ActiveSession before, HttpServletRequest request, HttpServletResponse response) {
    var session = sessions.start(before.person(), before.proofs().secondAt() != null);
    return admit(session, request, response);
  }

  private SessionView admit(
      ActiveSession session, HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.write(
        session.token(), session.isStaff() ? null : session.longest(limits), request, response);
    return view(session);
  }

  SessionView view(ActiveSession session) {
    var self =
        new SessionPerson(session.person(), session.name(), persons.maskedPhone(session.person()));
    if (session.owed() != null) {
      var role = session.self().role() == null ? Role.RESIDENT : session.self().role();
      return new SessionView(
          self, session.standing(), null, List.of(), null, role, Set.of(), session.owed());
    }
    var post = session.post().map(Post::id).orElse(null);
    return new SessionView(
        self,
        session.standing(),
        community(session.community()),
        session.posts().stream().map(this::post).toList(),
        post,
        session.role(),
        permissions.of(session.role()),
        null);
  }

  private @Nullable SessionCommunity community(@Nullable UUID id) {
    return id == null ? null : new SessionCommunity(id, organisations.get(id).name());
  }

  private SessionPost post(Post post) {
    return new SessionPost(
        post.id(),
        post.role(),
        roleName(post.role()),
        new SessionOrganisation(post.organisation(), post.name(), post.kind()),
        post.from(),
        post.to());
  }

  String roleName(Role role) {
    return texts.text("role." + role.name());
  }
}
