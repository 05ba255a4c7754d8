package org.silian.organisation;

import org.silian.journal.Actor;
import org.silian.tenancy.Districts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the end of appointments that run out by themselves. Their rights are gone by the day alone;
 * this is for what follows, such as handing on their tasks.
 */
@Component
class AppointmentTerms {

  private final AppointmentManagement appointments;
  private final Districts districts;

  AppointmentTerms(AppointmentManagement appointments, Districts districts) {
    this.appointments = appointments;
    this.districts = districts;
  }

  @Scheduled(fixedDelayString = "${silian.organisation.terms:PT5M}")
  void endAll() {
    districts.all().forEach(district -> district.run(() -> Actor.SYSTEM.run(this::end)));
  }

  private void end() {
    while (appointments.endRunOut()) {}
  }
}
