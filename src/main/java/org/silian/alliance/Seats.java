package org.silian.alliance;

import java.util.List;
import java.util.UUID;
import org.silian.permission.Role;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Seats extends ListCrudRepository<Seat, UUID> {

  /** Seats of a post on which nobody sits and that nobody has left vacant, the oldest first. */
  @Query(
      """
      select * from alliance_seat where unit_id = :unit and role = :role
        and abolished_on is null and vacancy in ('AWAITS', 'ASKED')
      order by vacant_since, id""")
  List<Seat> vacantOf(UUID unit, Role role);

  List<Seat> findByBodyIdAndAbolishedOnIsNull(UUID body);
}
