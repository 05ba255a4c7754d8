package org.silian.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.access.SecurityEvents.Kind;
import org.silian.access.SecurityEvents.Outcome;
import org.silian.access.SecurityEvents.Wanted;
import org.silian.api.Cursor;
import org.silian.api.Page;
import org.silian.language.Texts;
import org.silian.organisation.PersonManagement;
import org.silian.permission.FreshSignIn;
import org.silian.permission.Requires;
import org.silian.permission.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The settings, the accounts and the record, for the administrators whose business each is. */
@RestController
@RequestMapping(path = "/api/security", produces = MediaType.APPLICATION_JSON_VALUE)
class SecurityController {

  private final AccountGuard guard;
  private final Arrivals arrivals;
  private final SecurityEvents events;
  private final SecuritySettings settings;
  private final PersonManagement persons;
  private final Texts texts;

  SecurityController(
      AccountGuard guard,
      Arrivals arrivals,
      SecurityEvents events,
      SecuritySettings settings,
      PersonManagement persons,
      Texts texts) {
    this.guard = guard;
    this.arrivals = arrivals;
    this.events = events;
    this.settings = settings;
    this.persons = persons;
    this.texts = texts;
  }

  /**
   * @param settings those that a profile changes
   */
  record SecuritySettingsView(SecurityProfile profile, List<SettingView> settings) {}

  /**
   * @param amount in force: a number of days, roles, ranges or kinds; 0 and 1 for off and on
   */
  record SettingView(SecuritySetting name, long amount, long standard, long level3) {}

  record AdministratorView(
      UUID person,
      String name,
      Role role,
      String roleName,
      LocalDate from,
      @Nullable LocalDate to,
      boolean account,
      boolean secondFactor) {}

  /**
   * @param phone masked
   */
  record AccountView(
      UUID person,
      String name,
      @Nullable String phone,
      boolean staff,
      boolean secondFactor,
      boolean locked,
      boolean dormant) {}

  record GuardReason(@NotBlank @Size(max = 200) String reason) {}

  /**
   * @param person whom it concerns
   * @param actor who did it, where it was another
   * @param bucket tells attempts on unknown numbers apart, and nothing about the number
   */
  record SecurityEventView(
      UUID id,
      Instant at,
      Kind kind,
      Outcome outcome,
      @Nullable SignInWay way,
      @Nullable String detail,
      @Nullable String person,
      @Nullable String actor,
      @Nullable String bucket) {}

  @GetMapping("/settings")
  @Requires("access.settings")
  SecuritySettingsView settings() {
    return new SecuritySettingsView(
        settings.profile(),
        Arrays.stream(SecuritySetting.values())
            .map(
                each ->
                    new SettingView(
                        each,
                        settings.amount(each),
                        each.of(SecurityProfile.STANDARD),
                        each.of(SecurityProfile.LEVEL3)))
            .toList());
  }

  @GetMapping("/administrators")
  @Requires("access.guard")
  List<AdministratorView> administrators() {
    return guard.administrators().stream()
        .map(
            each ->
                new AdministratorView(
                    each.person(),
                    each.name(),
                    each.role(),
                    roleName(each.role()),
                    each.from(),
                    each.to(),
                    each.account(),
                    each.secondFactor()))
        .toList();
  }

  /** By the beginning of a name, staff alone; by a whole phone number, anybody. */
  @GetMapping("/accounts")
  @Requires("access.guard")
  Page<AccountView> accounts(
      @RequestParam(required = false) @Nullable @Size(max = 40) String q,
      @RequestParam(required = false) @Nullable @Size(max = 200) String after,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return guard
        .accounts(q, Cursor.parse(after), size)
        .map(
            each ->
                new AccountView(
                    each.person(),
                    each.name(),
                    persons.maskedPhone(each.person()),
                    each.staff(),
                    each.secondFactor(),
                    guard.isLocked(each.person()),
                    arrivals.isDormant(each.person())));
  }

  @PostMapping("/accounts/{person}/unlock")
  @Requires("access.guard")
  @FreshSignIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(@PathVariable UUID person, @Valid @RequestBody GuardReason body) {
    guard.unlock(person, body.reason().strip());
  }

  @PostMapping("/accounts/{person}/second-factor-reset")
  @Requires("access.guard")
  @FreshSignIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resetFactors(@PathVariable UUID person, @Valid @RequestBody GuardReason body) {
    guard.resetFactors(person, body.reason().strip());
  }

  @GetMapping("/events")
  @Requires("access.audit")
  Page<SecurityEventView> events(
      @RequestParam(required = false) @Nullable Kind kind,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(required = false) @Nullable Boolean failed,
      @RequestParam(required = false) @Nullable @Size(max = 200) String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(100) int size) {
    return events
        .list(new Wanted(kind, outcome, failed), Cursor.parse(after), size)
        .map(
            line ->
                new SecurityEventView(
                    line.id(),
                    line.at(),
                    line.kind(),
                    line.outcome(),
                    line.way(),
                    detail(line),
                    line.person(),
                    line.actor(),
                    line.bucket()));
  }

  /** A post by its name; what else a line tells of is named by the pages. */
  private @Nullable String detail(SecurityEvents.Line line) {
    return switch (line.kind()) {
      case APPOINTED, TERM_SET, APPOINTMENT_ENDED, INVITED ->
          line.detail() == null ? null : roleName(Role.valueOf(line.detail()));
      default -> line.detail();
    };
  }

  private String roleName(Role role) {
    return texts.text("role." + role.name());
  }
}
