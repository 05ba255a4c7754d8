package org.silian.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silian.access.SecurityEvents.Kind;
import org.silian.journal.Actor;
import org.silian.organisation.AppointmentEnded;
import org.silian.organisation.AppointmentTermSet;
import org.silian.organisation.PersonAppointed;
import org.silian.permission.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what concerns security into its record, in the transaction that did it. Membership of the
 * Party is not among it: that is visible along the Party's line alone.
 */
@Component
class SecurityRecord {

  private final SecurityEvents events;

  SecurityRecord(SecurityEvents events) {
    this.events = events;
  }

  @EventListener
  void on(PersonAppointed fact) {
    post(Kind.APPOINTED, fact.role(), fact.person());
  }

  @EventListener
  void on(AppointmentTermSet fact) {
    post(Kind.TERM_SET, fact.role(), fact.person());
  }

  @EventListener
  void on(AppointmentEnded fact) {
    post(Kind.APPOINTMENT_ENDED, fact.role(), fact.person());
  }

  @EventListener
  void on(PersonInvited fact) {
    post(Kind.INVITED, fact.role(), fact.person());
  }

  @EventListener
  void on(PasswordChanged fact) {
    note(Kind.PASSWORD_CHANGED, null, fact.person());
  }

  @EventListener
  void on(FactorAdded fact) {
    note(Kind.FACTOR_ADDED, fact.factor(), fact.person());
  }

  @EventListener
  void on(FactorRemoved fact) {
    note(Kind.FACTOR_REMOVED, fact.factor(), fact.person());
  }

  @EventListener
  void on(FactorsReset fact) {
    note(Kind.FACTORS_RESET, null, fact.person());
  }

  @EventListener
  void on(AccountUnlocked fact) {
    note(Kind.UNLOCKED, null, fact.person());
  }

  @EventListener
  void on(AdministratorLetBackIn fact) {
    note(Kind.LET_BACK_IN, null, fact.person());
  }

  @EventListener
  void on(SecuritySettingChanged fact) {
    note(Kind.SETTING_CHANGED, fact.setting(), null);
  }

  private void post(Kind kind, Role role, UUID person) {
    if (role != Role.PARTY_MEMBER) {
      note(kind, role, person);
    }
  }

  private void note(Kind kind, @Nullable Enum<?> detail, @Nullable UUID person) {
    events.noteChange(
        kind, detail == null ? null : detail.name(), person, Actor.current().person());
  }
}
