package org.silian.access;

import java.time.Clock;
import org.silian.journal.Actor;
import org.silian.organisation.OrganisationDirectory;
import org.silian.organisation.OrganisationSummary;
import org.silian.tenancy.Districts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells, at each start, which security settings differ from those of the start before: who changes
 * them does so outside the program, and it shall be seen inside. The first start is measured by the
 * standard profile.
 */
@Component
class SettingsWatch {

  private final SecuritySettings settings;
  private final Districts districts;
  private final OrganisationDirectory organisations;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SettingsWatch(
      SecuritySettings settings,
      Districts districts,
      OrganisationDirectory organisations,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.settings = settings;
    this.districts = districts;
    this.organisations = organisations;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void look() {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(() -> look(settings))));
  }

  /** In the current district; an empty one has nothing to tell yet. */
  void look(SecuritySettings now) {
    organisations
        .district()
        .map(OrganisationSummary::id)
        .ifPresent(
            where ->
                transaction.executeWithoutResult(
                    status -> {
                      for (var setting : SecuritySetting.values()) {
                        long before = replace(setting, now.amount(setting));
                        if (before != now.amount(setting)) {
                          events.publishEvent(
                              new SecuritySettingChanged(
                                  setting, before, now.amount(setting), where, clock.instant()));
                        }
                      }
                    }));
  }

  /** Of nodes that start at once, one finds the amount of before. */
  private long replace(SecuritySetting setting, long amount) {
    jdbc.sql("insert into access_setting (name, amount) values (?, ?) on conflict do nothing")
        .params(setting.name(), setting.of(SecurityProfile.STANDARD))
        .update();
    long before =
        jdbc.sql("select amount from access_setting where name = ? for update")
            .param(setting.name())
            .query((row, n) -> row.getLong(1))
            .single();
    if (before != amount) {
      jdbc.sql("update access_setting set amount = ? where name = ?")
          .params(amount, setting.name())
          .update();
    }
    return before;
  }
}
