/**
 * PostgreSQL inside Silian's own folder, for those who have no server: nobody installs anything,
 * and what was committed survives the end of the program, of the server, or of both.
 *
 * <p>The module drives the programs {@code initdb}, {@code pg_ctl} and {@code postgres} and knows
 * nothing of what is kept in the database.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.silian.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
