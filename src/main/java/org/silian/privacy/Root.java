package org.silian.privacy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The district as an organisation, where facts about its people count. */
final class Root {

  private Root() {}

  static UUID district(JdbcClient jdbc) {
    return jdbc.sql("select id from organisation where parent_id is null")
        .query((row, n) -> row.getObject(1, UUID.class))
        .single();
  }
}
