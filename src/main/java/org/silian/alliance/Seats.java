package org.silian.alliance;

import java.util.List;
import java.util.UUID;
import org.silian.permission.Role;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Seats extends ListCrudRepository<Seat, UUID> {

  /** Seats of a post that wait for whoever takes it up, those first that wait longest. */
  @Query(
      """
      select * from alliance_seat where unit_id = :unit and role = :role
        and abolished_on is null and vacancy = 'AWAITS'
      order by vacant_since, id""")
  List<Seat> waitingFor(UUID unit, Role role);

  List<Seat> findByBodyIdAndAbolishedOnIsNull(UUID body);
}
