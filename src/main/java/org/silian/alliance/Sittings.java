package org.silian.alliance;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface Sittings extends ListCrudRepository<Sitting, UUID> {

  List<Sitting> findByAppointmentIdAndEndedIsFalse(UUID appointment);

  List<Sitting> findByBodyIdAndEndedIsFalse(UUID body);
}
