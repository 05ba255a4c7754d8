package org.silian.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.silian.api.Idempotency;
import org.silian.permission.PermissionSet;
import org.silian.tenancy.District;
import org.silian.tenancy.Months;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module brings to the house. */
@Configuration(proxyBeanMethods = false)
class PrivacyModule {

  /** Handbook 3.6: the audit of looks at sensitive records. */
  private static final Period READS_KEPT = Period.ofYears(3);

  @Bean
  PermissionSet privacyPermissions() {
    return PermissionSet.of(PrivacyPermission.class);
  }

  @Bean
  RetentionRule oldReads(Months months) {
    return new RetentionRule() {
      @Override
      public String id() {
        return "privacy.reads";
      }

      @Override
      public Instant before(Instant now) {
        return District.start(District.day(now).minus(READS_KEPT).withDayOfMonth(1));
      }

      @Override
      public long forget(Instant before) {
        return months.drop(AccessMonths.TABLE, before);
      }
    };
  }

  @Bean
  RetentionRule oldRequestKeys(Idempotency idempotency) {
    return new RetentionRule() {
      @Override
      public String id() {
        return "api.requests";
      }

      @Override
      public Instant before(Instant now) {
        return now.minus(Duration.ofDays(7));
      }

      @Override
      public long forget(Instant before) {
        return idempotency.forget();
      }
    };
  }
}
